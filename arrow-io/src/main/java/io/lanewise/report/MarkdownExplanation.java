package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Contribution;
import io.lanewise.evaluate.PairScore;
import io.lanewise.evaluate.Scorecard;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which symbols and which cells cost the information. */
record MarkdownExplanation(ReportContext context, MarkdownLines lines) {

  void write(Scorecard card) throws IOException {
    if (card.generatedRows() == 0) {
      return;
    }
    Explanation explanation = Explanation.of(card, context.explain());
    for (ColumnScore column : explanation.columns()) {
      column(card, column);
    }
    for (PairScore pair : explanation.pairs()) {
      pair(card, pair);
    }
  }

  private void column(Scorecard card, ColumnScore column) throws IOException {
    lines.line("\n## Explained: %s\n", MarkdownLines.code(column.name()));
    lines.line(
        "| symbol | real, %% | generated, %% | KL(real\\|generated), %1$s"
            + " | KL(generated\\|real), %1$s | JS, %1$s | |",
        context.unit().label());
    lines.line("|---|---:|---:|---:|---:|---:|---|");
    List<Contribution> symbols = Explanation.symbols(column);
    for (Contribution symbol : symbols) {
      lines.line(
          "| %s | %s | %s | %s | %s | %s | %s |",
          value(symbol.symbols().getFirst(), Explanation.isNumeric(column)),
          percentage((double) symbol.real() / card.realRows()),
          percentage((double) symbol.generated() / card.generatedRows()),
          information(symbol.klRealGenerated()),
          information(symbol.klGeneratedReal()),
          information(symbol.js()),
          Explanation.word(symbol));
    }
    more(column.symbols() - symbols.size());
  }

  private void pair(Scorecard card, PairScore pair) throws IOException {
    boolean numericX = Explanation.isNumeric(card.columns().get(pair.x()));
    boolean numericY = Explanation.isNumeric(card.columns().get(pair.y()));
    lines.line(
        "\n## Explained: %s and %s\n",
        MarkdownLines.code(pair.nameX()), MarkdownLines.code(pair.nameY()));
    lines.line(
        "| %s | %s | real, %% | generated, %% | real if independent, %% | JS, %s |",
        MarkdownLines.code(pair.nameX()), MarkdownLines.code(pair.nameY()), context.unit().label());
    lines.line("|---|---|---:|---:|---:|---:|");
    List<CellCost> cells = CellCost.of(pair);
    for (CellCost cell : cells.stream().limit(Explanation.CELLS).toList()) {
      lines.line(
          "| %s | %s | %s | %s | %s | %s |",
          value(cell.x(), numericX),
          value(cell.y(), numericY),
          percentage(cell.real()),
          percentage(cell.generated()),
          percentage(cell.independent()),
          information(cell.js()));
    }
    more(cells.size() - Explanation.CELLS);
  }

  private void more(int count) throws IOException {
    if (count > 0) {
      lines.line("\nand %s more that cost less", Numbers.count(count));
    }
  }

  private static String value(@Nullable String label, boolean range) {
    return MarkdownLines.value(label != null && range ? Numbers.rounded(label) : label);
  }

  private static String percentage(double share) {
    return MarkdownLines.escape(Numbers.percentage(share));
  }

  private String information(double nats) {
    return Numbers.measure(context.unit().of(nats));
  }
}
