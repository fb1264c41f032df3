package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.NotScored;
import io.lanewise.evaluate.Scorecard;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of columns, the worst first, and the words that it needs. */
record TextColumns(ReportContext context, TextLines lines) {

  private static final int NAME = 12;
  private static final int TYPE = 6;
  private static final int WIDEST_TYPE = 12;

  /** What a line holds behind name and type. */
  private static final int NUMBERS = 60;

  private static final int BAR = 6;

  /** The smoothed KL takes the place of the bar: a line holds no more. */
  private static final int SMOOTHED = 8;

  void write(Scorecard card) throws IOException {
    String unit = context.unit().label();
    int middle = middle();
    int left = TextLines.WIDTH - NUMBERS - middle - 2;
    int type = Math.clamp(longest(card, TextColumns::type), TYPE, WIDEST_TYPE);
    int name = Math.clamp(longest(card, TextColumns::marked), NAME, left - type);
    boolean smoothed = context.smoothing().isPresent();
    String above = lines.fit("column", name) + " " + lines.fit("type", type);
    String below = " ".repeat(name + 1 + type);
    String over = smoothed ? "smoothed" : " ".repeat(middle);
    String under = smoothed ? " KL(r|g)" : " ".repeat(middle);
    cells(above, "JS", "noise", "", over, "KL(r|g)", "KL(g|r)", "H real", "H gen", "null", "null");
    cells(below, unit, unit, "", under, unit, unit, unit, unit, "real", "gen");
    for (ColumnScore column : Ranking.columns(card)) {
      String label = lines.fitMarked(column, name) + " " + lines.fit(type(column), type);
      row(label, column);
    }
    legend(card.columns());
    notes(card);
  }

  private int middle() {
    return context.smoothing().isPresent() ? SMOOTHED : BAR;
  }

  private int longest(Scorecard card, Function<ColumnScore, String> text) {
    return card.columns().stream()
        .mapToInt(column -> Glyphs.width(lines.glyphs().name(text.apply(column))))
        .max()
        .orElse(0);
  }

  private static String marked(ColumnScore column) {
    return column.name() + TextLines.mark(column);
  }

  private static String type(ColumnScore column) {
    return column.realType().name().replace("dictionary<", "dict<");
  }

  private void cells(Object... cells) throws IOException {
    lines.line("%s %6s %6s %1s %s %7s %7s  %6s %6s  %5s %5s", cells);
  }

  private void row(String label, ColumnScore column) throws IOException {
    Comparison comparison = column.comparison();
    cells(
        label,
        shown(ColumnMeasure.JS, column),
        shown(ColumnMeasure.JS_NOISE_FLOOR, column),
        Mark.of(column).sign(),
        context.smoothing().isPresent()
            ? String.format("%8s", shown(ColumnMeasure.KL_SMOOTHED, column))
            : bar(comparison),
        shown(ColumnMeasure.KL_REAL_GENERATED, column),
        shown(ColumnMeasure.KL_GENERATED_REAL, column),
        entropy(column.entropyReal()),
        entropy(column.entropyGenerated()),
        Numbers.shortCount(column.realNulls()),
        Numbers.shortCount(column.generatedNulls()));
  }

  private String shown(ColumnMeasure measure, ColumnScore column) {
    return Numbers.measure(measure.value(column, context.unit()).orElse(Double.NaN));
  }

  /** As long as the JS distance, so that small divergences can be seen. */
  private String bar(@Nullable Comparison comparison) {
    return comparison == null
        ? " ".repeat(BAR)
        : lines.glyphs().bar(Math.sqrt(InformationUnit.BITS.of(comparison.js())), BAR);
  }

  private String entropy(double nats) {
    return Double.isNaN(nats) ? "-" : String.format(Locale.ROOT, "%.3f", context.unit().of(nats));
  }

  private void legend(List<ColumnScore> columns) throws IOException {
    for (Mark mark : List.of(Mark.INSIDE_NOISE, Mark.TOO_FEW_ROWS)) {
      if (columns.stream().anyMatch(column -> Mark.of(column) == mark)) {
        lines.line("%s", mark.legend("columns"));
      }
    }
    if (columns.stream().anyMatch(ColumnScore::identifier)) {
      lines.line("* looks like an identifier (over 95 %% distinct): left out of the fidelity");
    }
    if (columns.stream().anyMatch(ColumnScore::folded)) {
      lines.line("~ more than 65,536 distinct values: rare ones are counted in hash buckets");
    }
    if (columns.stream().anyMatch(TextColumns::isInfinite)) {
      lines.line(
          "inf: the generated data lacks a value that the real data has (r|g), or the reverse"
              + " (g|r)");
    }
  }

  private static boolean isInfinite(ColumnScore column) {
    Comparison comparison = column.comparison();
    return comparison != null
        && (Double.isInfinite(comparison.klRealGenerated())
            || Double.isInfinite(comparison.klGeneratedReal()));
  }

  private void notes(Scorecard card) throws IOException {
    for (ColumnScore column : card.columns()) {
      if (TypeNote.isNeeded(column)) {
        lines.sentence(TypeNote.of(column, lines.quoted(column.name())), 0);
      }
    }
    for (NotScored column : card.notScored()) {
      String what =
          "not scored: "
              + lines.shorten(column.name())
              + " ("
              + lines.shorten(column.type())
              + "): ";
      lines.sentence(what + column.reason(), 0);
    }
  }
}
