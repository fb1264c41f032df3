package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Scorecard;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** What rows that belong together tell of each other, the column that tells most first. */
record TextRows(ReportContext context, TextLines lines) {

  /** What is said in place of a table. */
  static final String NO_COLUMN =
      "no column tells: all look like identifiers, which have no two rows of one symbol";

  private static final int NAME = 40;
  private static final String TITLE = "rows beside each other";

  void write(Scorecard card) throws IOException {
    lines.blank();
    List<ColumnScore> columns = columns(card);
    if (columns.isEmpty()) {
      lines.line("%s: %s", TITLE, NO_COLUMN);
      return;
    }
    int longest =
        columns.stream()
            .mapToInt(column -> Glyphs.width(lines.glyphs().name(column.name())))
            .max()
            .orElse(0);
    int name = Math.clamp(longest, TITLE.length(), NAME);
    String unit = context.unit().label();
    cells(lines.fit(TITLE, name), "H(r,g)", "H(r|g)", "H(g|r)", "I(r;g)", "chance", "corr.", "p");
    cells(" ".repeat(name), unit, unit, unit, unit, unit, unit, "");
    for (ColumnScore column : columns) {
      cells(
          lines.fit(column.name(), name),
          shown(ColumnMeasure.PAIRED_JOINT_ENTROPY, column),
          shown(ColumnMeasure.PAIRED_ENTROPY_REAL_GIVEN_GENERATED, column),
          shown(ColumnMeasure.PAIRED_ENTROPY_GENERATED_GIVEN_REAL, column),
          shown(ColumnMeasure.PAIRED_MUTUAL_INFORMATION, column),
          shown(ColumnMeasure.PAIRED_MUTUAL_INFORMATION_BY_CHANCE, column),
          shown(ColumnMeasure.PAIRED_MUTUAL_INFORMATION_CORRECTED, column),
          Numbers.probability(value(ColumnMeasure.PAIRED_P_ADJUSTED, column)));
    }
    lines.line("r, g: coarse symbols of a real row and of the generated row beside it");
    lines.line("I: what one tells of the other; chance: what I would be if nothing");
    lines.line(
        "corr.: I corrected (%s); p: how often chance makes as much, adjusted for all columns",
        context.estimator().name());
  }

  /** The columns that have a number, by falling mutual information. */
  static List<ColumnScore> columns(Scorecard card) {
    return card.columns().stream()
        .filter(column -> column.rows() != null)
        .sorted(
            Comparator.comparingDouble(ColumnMeasure.PAIRED_MUTUAL_INFORMATION_CORRECTED::computed)
                .reversed())
        .toList();
  }

  private void cells(Object... cells) throws IOException {
    lines.line("%s %7s %7s %7s %7s %7s %7s %7s", cells);
  }

  private String shown(ColumnMeasure measure, ColumnScore column) {
    return Numbers.measure(value(measure, column));
  }

  private double value(ColumnMeasure measure, ColumnScore column) {
    return measure.value(column, context.unit()).orElse(Double.NaN);
  }
}
