package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.PairScore;
import io.lanewise.gan.ClassifierResult;
import io.lanewise.gan.Guesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a discriminator proves, as text of at most 100 columns. */
public final class DiscriminationText {

  /** Where explanations begin. */
  private static final int INDENT = 30;

  private final DiscriminationReport report;
  private final ClassifierResult result;
  private final TextLines lines;

  private DiscriminationText(DiscriminationReport report, TextLines lines) {
    this.report = report;
    this.result = report.result();
    this.lines = lines;
  }

  /** The whole of it, with these characters. */
  public static String of(DiscriminationReport report, Glyphs glyphs) {
    StringBuilder text = new StringBuilder();
    try {
      new DiscriminationText(report, new TextLines(text, glyphs)).write();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text.toString();
  }

  private void write() throws IOException {
    lines.side("real", report.realSource(), result.realRows());
    lines.side("generated", report.generatedSource(), result.generatedRows());
    lines.line(
        "%-10s %14s rows   of each side; %s more chose step %s of %s",
        "learnt",
        Numbers.count(result.learntRows()),
        Numbers.count(result.choosingRows()),
        Numbers.count(result.bestStep()),
        Numbers.count(result.steps()));
    lines.line(
        "%-10s %14s rows   of each side in %s, none equal to one of these",
        "tested", Numbers.count(result.guesses().perSide()), columns());
    lines.blank();
    discriminator();
    lines.blank();
    divergences();
    lines.blank();
    lines.sentence(reading(), 0);
    lines.sentence(limits(), 0);
    lines.notCompared(result.notCompared());
  }

  private String columns() {
    int columns = result.columns().size();
    return columns == 1 ? "1 column" : Numbers.count(columns) + " columns";
  }

  private void discriminator() throws IOException {
    Guesses guesses = result.guesses();
    row(
        "accuracy",
        Numbers.percent(guesses.accuracy()),
        "right about %s of %s rows; chance is 50 %%, p %s"
            .formatted(
                Numbers.count(right()),
                Numbers.count(2 * guesses.perSide()),
                Numbers.probability(guesses.pValue())));
    row(
        "ROC area",
        decimals(result.roc().area()),
        "95 %% interval %s to %s; chance is 0.5"
            .formatted(decimals(result.roc().lower()), decimals(result.roc().upper())));
  }

  private long right() {
    Guesses guesses = result.guesses();
    return guesses.rightReal() + guesses.perSide() - guesses.wrongGenerated();
  }

  private void divergences() throws IOException {
    lines.line("%27s", report.unit().label());
    row(
        "JS of rows at least",
        shown(result.verdict().jsLowerLimit()),
        "with 95 %% confidence: (V + log 4)/2 = %s, less 1.645 errors"
            .formatted(shown(result.verdict().jsBound())));
    ColumnScore column = report.farthestColumn();
    row(
        "JS of a column",
        shown(DiscriminationReport.comparison(column).js()),
        "%s, the largest of %s (mean %s), noise %s"
            .formatted(
                lines.quoted(column.name()),
                Numbers.count(report.card().columns().size()),
                shown(report.meanOfColumns()),
                shown(DiscriminationReport.comparison(column).noise().jsNoiseFloor())));
    Optional<PairScore> farthest = report.farthestPair();
    if (farthest.isPresent()) {
      PairScore pair = farthest.orElseThrow();
      row(
          "JS of a pair",
          shown(DiscriminationReport.comparison(pair).js()),
          "%s, the largest of %s (mean %s), noise %s"
              .formatted(
                  names(List.of(pair.nameX(), pair.nameY())),
                  Numbers.count(report.card().pairs().size()),
                  shown(report.meanOfPairs()),
                  shown(DiscriminationReport.comparison(pair).noise().jsNoiseFloor())));
    }
    row(
        "of these at least",
        shown(report.limit().nats()),
        report.limit().columns().isEmpty()
            ? "chance may explain every histogram"
            : "with 95 %% confidence for all, by %s".formatted(names(report.limit().columns())));
  }

  private void row(String name, String value, String words) throws IOException {
    lines.sentence("%-20s %6s   ".formatted(name, value) + words, INDENT);
  }

  private String names(List<String> columns) {
    return columns.stream().map(lines::quoted).collect(Collectors.joining(" and "));
  }

  /** What the test says. */
  private String reading() {
    Guesses guesses = result.guesses();
    String rows =
        "%s of %s rows that it has not seen (chance 50 %%, p %s)"
            .formatted(
                Numbers.percent(guesses.accuracy()),
                Numbers.count(2 * guesses.perSide()),
                Numbers.probability(guesses.pValue()));
    return guesses.pValue() < DiscriminationReport.LEVEL
        ? "D tells real from generated in " + rows + "."
        : "D does not tell real from generated: it is right about " + rows + ".";
  }

  /** Which lower limit is the better one: rows differ at least as much as each of their columns. */
  private String limits() {
    String unit = " " + report.unit().label();
    if (report.betterLimit() == 0) {
      return "Neither D nor a histogram proves that rows differ.";
    }
    String discriminators = shown(result.verdict().jsLowerLimit()) + unit;
    String histograms = shown(report.limit().nats()) + unit;
    return report.discriminatorIsBetter()
        ? "D gives the better lower limit of the JS of rows: %s, histograms %s."
            .formatted(discriminators, histograms)
        : "Histograms give the better lower limit of the JS of rows: %s, D %s; rows differ at least as"
                .formatted(histograms, discriminators)
            + " much as any of their columns.";
  }

  private String shown(double nats) {
    return Numbers.measure(report.unit().of(nats));
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
