package io.lanewise.report;

import io.lanewise.column.Field;
import io.lanewise.gan.GanModel;
import io.lanewise.gan.GanSettings;
import io.lanewise.gan.Optimizer;
import io.lanewise.gan.TrainingLine;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows what a model holds, for people. */
public final class ModelText {

  private static final int WIDEST_NAME = 60;

  private final Appendable out;
  private final TextLines lines;

  /** A text of these characters. */
  public ModelText(Appendable out, Glyphs glyphs) {
    this.out = out;
    this.lines = new TextLines(out, glyphs);
  }

  /** Writes all of it. */
  public void write(ModelContents contents) throws IOException {
    GanModel model = contents.model();
    GanSettings settings = model.settings();
    Glyphs glyphs = lines.glyphs();
    head("model", glyphs.fitEnd(glyphs.name(contents.source()), TextLines.WIDTH - 15));
    head("format", GanModel.FORMAT + ", " + Numbers.count(contents.bytes()) + " bytes");
    head("rows", Numbers.count(model.origin().rows()) + ", seed " + model.origin().seed());
    head(
        "generator",
        "%d %s numbers, hidden layers %s, %s; keeps %s of itself"
            .formatted(
                settings.latent(),
                settings.prior().name().toLowerCase(Locale.ROOT),
                layers(settings.generator()),
                learns(settings.generatorOptimizer()),
                settings.averaging()));
    head(
        "discriminator",
        "%d rows at once, hidden layers %s, %s; dropout %s, label smoothing %s"
            .formatted(
                settings.pack(),
                layers(settings.discriminator()),
                learns(settings.discriminatorOptimizer()),
                settings.dropout(),
                settings.labelSmoothing()));
    head(
        "steps",
        "of %s rows, %s loss; %s"
            .formatted(
                Numbers.count(settings.packedBatch()),
                ModelContents.loss(settings.loss()),
                settings.steadySteps() == 0
                    ? "rates stay"
                    : "rates fall after " + Numbers.count(settings.steadySteps())));
    head("kept apart", Numbers.count(model.keptApart()) + " pairs of values");
    columns(model.columns().fields());
    trained(contents);
  }

  private void head(String name, String words) throws IOException {
    lines.line("%-14s %s", name, words);
  }

  private static String layers(List<Integer> units) {
    return units.isEmpty()
        ? "none"
        : units.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static String learns(Optimizer optimizer) {
    return ModelContents.optimizer(optimizer) + " at " + optimizer.learningRate();
  }

  private void columns(List<Field> fields) throws IOException {
    lines.blank();
    int longest =
        fields.stream()
            .mapToInt(field -> Glyphs.width(lines.glyphs().name(field.name())))
            .max()
            .orElse(0);
    int width = Math.clamp(longest, "column".length(), WIDEST_NAME);
    lines.line("%s %s", lines.fit("column", width), "type");
    for (Field field : fields) {
      lines.line("%s %s", lines.fit(field.name(), width), lines.shorten(field.type().name()));
    }
  }

  private void trained(ModelContents contents) throws IOException {
    List<TrainingLine> all = contents.model().lines();
    lines.blank();
    int every = contents.model().origin().every();
    lines.line(
        "%s %s, %s; the best, whose generator is kept, and the last:",
        Numbers.count(all.size()),
        all.size() == 1 ? "line" : "lines",
        every == 1 ? "one an epoch" : "one every " + Numbers.count(every) + " epochs");
    TrainingLines form = new TrainingLines(InformationUnit.BITS);
    out.append(form.heading());
    if (contents.best().isPresent()) {
      out.append(form.text(contents.best().get()));
    }
    if (!all.isEmpty() && !all.getLast().best()) {
      out.append(form.text(all.getLast()));
    }
    lines.line("JS, KL and H in bits, losses and V in nats");
  }
}
