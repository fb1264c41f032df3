package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Scorecard;
import java.io.IOException;
import java.util.List;

/**
 * The scorecard as text of at most 100 columns: the score, columns and pairs with the worst first,
 * what was asked to be explained, gates, and the worst findings in words.
 */
public final class TextReport {

  private static final int RULE = 60;

  private final ReportContext context;
  private final Glyphs glyphs;

  /** A report in this context, with these characters. */
  public TextReport(ReportContext context, Glyphs glyphs) {
    this.context = context;
    this.glyphs = glyphs;
  }

  /** Writes the scorecard. */
  public void write(Scorecard card, Appendable out) throws IOException {
    TextLines lines = new TextLines(out, glyphs);
    new TextHeading(context, lines).write(card);
    lines.blank();
    new TextColumns(context, lines).write(card);
    new TextPairs(context, lines).write(card);
    if (context.paired()) {
      new TextRows(context, lines).write(card);
    }
    if (context.withCounts()) {
      for (ColumnScore column : Ranking.columns(card)) {
        new TextCounts(lines).write(card, column);
      }
    }
    new TextExplanation(context, lines).write(card);
    gates(lines);
    findings(card, lines);
  }

  private void gates(TextLines lines) throws IOException {
    List<GateResult> gates = context.gates();
    if (gates.isEmpty()) {
      return;
    }
    lines.blank();
    for (GateResult gate : GateWords.crossed(gates)) {
      // Of a rule on a column with a long name, the end tells most.
      String rule = glyphs.fitEnd(glyphs.name(gate.rule()), RULE);
      lines.sentence("crossed: " + rule + ": " + GateWords.where(gate, lines::quoted), 2);
    }
    lines.line("gates: %s", GateWords.count(gates));
  }

  private void findings(Scorecard card, TextLines lines) throws IOException {
    Wording wording =
        new Wording(context.unit(), lines::quoted, value -> "'" + lines.shorten(value) + "'");
    List<Finding> findings = Findings.worst(card);
    lines.blank();
    if (findings.isEmpty()) {
      lines.sentence(Findings.none(card), 0);
      return;
    }
    lines.line("What differs most, beyond the noise:");
    for (int i = 0; i < findings.size(); i++) {
      lines.sentence((i + 1) + ". " + findings.get(i).sentence(wording), 3);
    }
  }
}
