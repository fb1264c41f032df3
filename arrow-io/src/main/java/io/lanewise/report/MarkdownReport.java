package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.NotScored;
import io.lanewise.evaluate.PairScore;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Summary;
import io.lanewise.evaluate.SymbolCount;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The scorecard as Markdown, the worst column first, the worst findings in words at the end. */
public final class MarkdownReport {

  private final ReportContext context;

  /** A report in this context. */
  public MarkdownReport(ReportContext context) {
    this.context = context;
  }

  /** Writes the scorecard. */
  public void write(Scorecard card, Appendable out) throws IOException {
    MarkdownLines lines = new MarkdownLines(out);
    heading(card, lines);
    columns(card, lines);
    notes(card, lines);
    pairs(card, lines);
    if (context.paired()) {
      rows(card, lines);
    }
    if (context.withCounts()) {
      for (ColumnScore column : Ranking.columns(card)) {
        counts(column, lines);
      }
    }
    new MarkdownExplanation(context, lines).write(card);
    gates(lines);
    findings(card, lines);
  }

  private void heading(Scorecard card, MarkdownLines lines) throws IOException {
    Summary summary = card.summary();
    lines.line("# Generated data against real data\n");
    side("real", context.realSource(), card.realRows(), lines);
    side("generated", context.generatedSource(), card.generatedRows(), lines);
    lines.line(
        "- fidelity: %s (mean of 1 - JS in bits; 1 is the same, 0 nothing in common)",
        score(summary.fidelity()));
    if (!card.pairs().isEmpty()) {
      lines.line(
          "- of the columns: %s, of the pairs: %s",
          score(summary.columnFidelity()), score(summary.pairFidelity()));
    }
    if (summary.fidelityCeiling().isPresent()) {
      lines.line(
          "- a perfect generator would score %s at these row counts",
          score(summary.fidelityCeiling()));
    }
    if (summary.lostDependence().isPresent()) {
      lines.line(
          "- dependence: %s of that in the real data is lost, %s on top of it is invented; of each,"
              + " chance alone would make %s",
          Numbers.percent(summary.lostDependence().getAsDouble()),
          Numbers.percent(summary.inventedDependence().orElse(0)),
          Numbers.percent(summary.dependenceNoise().orElse(0)));
    }
  }

  private static void side(String side, String source, long rows, MarkdownLines lines)
      throws IOException {
    lines.line("- %s: %s, %s rows", side, MarkdownLines.code(source), Numbers.count(rows));
  }

  private static String score(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "none";
  }

  private void columns(Scorecard card, MarkdownLines lines) throws IOException {
    String unit = context.unit().label();
    boolean smoothed = context.smoothing().isPresent();
    lines.line(
        "\n| column | type | kind | JS, %1$s | noise, %1$s | | KL(real\\|generated), %1$s"
            + " | KL(generated\\|real), %1$s%2$s | H real, %1$s | H generated, %1$s | nulls real"
            + " | nulls generated |",
        unit, smoothed ? " | KL(real\\|generated) smoothed, " + unit : "");
    lines.line(
        "|---|---|---|---:|---:|---|---:|---:|---:|---:|---:|---:|%s", smoothed ? "---:|" : "");
    for (ColumnScore column : Ranking.columns(card)) {
      lines.line(
          "| %s%s | %s | %s | %s | %s | %s | %s | %s%s | %s | %s | %s | %s |",
          MarkdownLines.code(column.name()),
          column.identifier() ? " (identifier)" : "",
          MarkdownLines.escape(column.realType().name()),
          column.kind().name().toLowerCase(Locale.ROOT),
          shown(ColumnMeasure.JS, column),
          shown(ColumnMeasure.JS_NOISE_FLOOR, column),
          Mark.of(column).words(),
          shown(ColumnMeasure.KL_REAL_GENERATED, column),
          shown(ColumnMeasure.KL_GENERATED_REAL, column),
          smoothed ? " | " + shown(ColumnMeasure.KL_SMOOTHED, column) : "",
          shown(ColumnMeasure.ENTROPY_REAL, column),
          shown(ColumnMeasure.ENTROPY_GENERATED, column),
          Numbers.count(column.realNulls()),
          Numbers.count(column.generatedNulls()));
    }
  }

  private void notes(Scorecard card, MarkdownLines lines) throws IOException {
    for (Mark mark : List.of(Mark.INSIDE_NOISE, Mark.TOO_FEW_ROWS)) {
      if (card.columns().stream().anyMatch(column -> Mark.of(column) == mark)) {
        lines.line("\n- %s: %s", mark.words(), mark.rule("columns"));
      }
    }
    for (ColumnScore column : card.columns()) {
      if (TypeNote.isNeeded(column)) {
        String note = TypeNote.of(column, MarkdownLines.code(column.name()));
        lines.line("\n- %s", MarkdownLines.escape(note));
      }
    }
    for (String warning : context.warnings()) {
      lines.line("\n- warning: %s", MarkdownLines.escape(warning));
    }
    for (NotScored column : card.notScored()) {
      lines.line(
          "\n- not scored: %s (%s): %s",
          MarkdownLines.code(column.name()),
          MarkdownLines.escape(column.type()),
          MarkdownLines.escape(column.reason()));
    }
  }

  private void pairs(Scorecard card, MarkdownLines lines) throws IOException {
    if (card.generatedRows() == 0) {
      return;
    }
    lines.line("\n## Dependence\n");
    if (card.pairs().isEmpty()) {
      lines.line("No pairs: %s.", Ranking.absence(card));
      return;
    }
    List<PairScore> shown = Ranking.pairs(card).stream().limit(TextPairs.SHOWN).toList();
    int pairs = card.pairs().size();
    lines.line(
        "I is mutual information, corrected (%s).%s\n",
        context.estimator().name(),
        pairs > shown.size()
            ? " It changed most in these "
                + shown.size()
                + " of "
                + Numbers.count(pairs)
                + " pairs."
            : "");
    lines.line(
        "| x | y | I real, %1$s | I generated, %1$s | change, %1$s | p of the change | JS, %1$s"
            + " | noise, %1$s | |",
        context.unit().label());
    lines.line("|---|---|---:|---:|---:|---:|---:|---:|---|");
    for (PairScore pair : shown) {
      lines.line(
          "| %s | %s | %s | %s | %s | %s | %s | %s | %s |",
          MarkdownLines.code(pair.nameX()),
          MarkdownLines.code(pair.nameY()),
          shown(PairMeasure.MUTUAL_INFORMATION_REAL_CORRECTED, pair),
          shown(PairMeasure.MUTUAL_INFORMATION_GENERATED_CORRECTED, pair),
          Numbers.signed(value(PairMeasure.MUTUAL_INFORMATION_CHANGE, pair)),
          MarkdownLines.escape(
              Numbers.probability(value(PairMeasure.MUTUAL_INFORMATION_CHANGE_P_VALUE, pair))),
          shown(PairMeasure.JS, pair),
          shown(PairMeasure.JS_NOISE_FLOOR, pair),
          Mark.of(pair).words());
    }
  }

  private void rows(Scorecard card, MarkdownLines lines) throws IOException {
    lines.line("\n## Rows that belong together\n");
    List<ColumnScore> shown = TextRows.columns(card);
    if (shown.isEmpty()) {
      lines.line("%s.", TextRows.NO_COLUMN);
      return;
    }
    lines.line(
        "r is the symbol of a real row, g that of the generated row beside it; I is what one tells"
            + " of the other, also corrected (%s), and p how often chance makes as much.\n",
        context.estimator().name());
    lines.line(
        "| column | H(r,g), %1$s | H(r\\|g), %1$s | H(g\\|r), %1$s | I(r;g), %1$s | by chance, %1$s"
            + " | I corrected, %1$s | p |",
        context.unit().label());
    lines.line("|---|---:|---:|---:|---:|---:|---:|---:|");
    for (ColumnScore column : shown) {
      lines.line(
          "| %s | %s | %s | %s | %s | %s | %s | %s |",
          MarkdownLines.code(column.name()),
          shown(ColumnMeasure.PAIRED_JOINT_ENTROPY, column),
          shown(ColumnMeasure.PAIRED_ENTROPY_REAL_GIVEN_GENERATED, column),
          shown(ColumnMeasure.PAIRED_ENTROPY_GENERATED_GIVEN_REAL, column),
          shown(ColumnMeasure.PAIRED_MUTUAL_INFORMATION, column),
          shown(ColumnMeasure.PAIRED_MUTUAL_INFORMATION_BY_CHANCE, column),
          shown(ColumnMeasure.PAIRED_MUTUAL_INFORMATION_CORRECTED, column),
          MarkdownLines.escape(
              Numbers.probability(value(ColumnMeasure.PAIRED_P_ADJUSTED, column))));
    }
  }

  private static void counts(ColumnScore column, MarkdownLines lines) throws IOException {
    lines.line(
        "\n## %s\n\n| symbol | real | generated |\n|---|---:|---:|",
        MarkdownLines.code(column.name()));
    for (SymbolCount count : column.counts()) {
      lines.line(
          "| %s | %s | %s |",
          MarkdownLines.value(count.label()),
          Numbers.count(count.real()),
          Numbers.count(count.generated()));
    }
  }

  private void gates(MarkdownLines lines) throws IOException {
    if (context.gates().isEmpty()) {
      return;
    }
    lines.line("\n## Gates\n");
    for (GateResult gate : GateWords.crossed(context.gates())) {
      lines.line(
          "- crossed: %s: %s",
          MarkdownLines.code(gate.rule()), GateWords.where(gate, MarkdownLines::code));
    }
    lines.line("- %s", GateWords.count(context.gates()));
  }

  private void findings(Scorecard card, MarkdownLines lines) throws IOException {
    Wording wording = new Wording(context.unit(), MarkdownLines::code, MarkdownLines::code);
    List<Finding> findings = Findings.worst(card);
    lines.line("\n## What differs most\n");
    if (findings.isEmpty()) {
      lines.line("%s", Findings.none(card));
    }
    for (int i = 0; i < findings.size(); i++) {
      lines.line("%d. %s", i + 1, findings.get(i).sentence(wording));
    }
  }

  private <S> double value(Measure<S> measure, S score) {
    return measure.value(score, context.unit()).orElse(Double.NaN);
  }

  private <S> String shown(Measure<S> measure, S score) {
    return Numbers.measure(value(measure, score));
  }
}
