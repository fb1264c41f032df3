package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Contribution;
import io.lanewise.evaluate.PairScore;
import io.lanewise.evaluate.Scorecard;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which symbols and which cells cost the information. */
record TextExplanation(ReportContext context, TextLines lines) {

  private static final int SYMBOL = 32;
  private static final int BAR = 10;
  private static final int CELL = 34;

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
    String unit = context.unit().label();
    boolean numeric = Explanation.isNumeric(column);
    List<Contribution> symbols = Explanation.symbols(column);
    double most = 0;
    for (Contribution symbol : symbols) {
      most = Math.max(most, (double) symbol.real() / card.realRows());
      most = Math.max(most, (double) symbol.generated() / card.generatedRows());
    }
    lines.blank();
    symbolCells(
        lines.fit("explain " + lines.quoted(column.name()), SYMBOL),
        "real %",
        "gen %",
        "real      ",
        "generated ",
        "KL(r|g)",
        "KL(g|r)",
        "JS",
        "");
    symbolCells(" ".repeat(SYMBOL), "", "", " ".repeat(BAR), " ".repeat(BAR), unit, unit, unit, "");
    for (Contribution symbol : symbols) {
      double real = (double) symbol.real() / card.realRows();
      double generated = (double) symbol.generated() / card.generatedRows();
      symbolCells(
          label(symbol.symbols().getFirst(), numeric, SYMBOL),
          Numbers.percentage(real),
          Numbers.percentage(generated),
          lines.glyphs().bar(real / most, BAR),
          lines.glyphs().bar(generated / most, BAR),
          information(symbol.klRealGenerated()),
          information(symbol.klGeneratedReal()),
          information(symbol.js()),
          Explanation.word(symbol));
    }
    more(column.symbols() - symbols.size());
  }

  private void symbolCells(Object... cells) throws IOException {
    lines.line("%s %6s %6s  %s %s %7s %7s %6s %s", cells);
  }

  private void pair(Scorecard card, PairScore pair) throws IOException {
    boolean numericX = Explanation.isNumeric(card.columns().get(pair.x()));
    boolean numericY = Explanation.isNumeric(card.columns().get(pair.y()));
    lines.blank();
    cells(
        lines.fit("explain " + lines.quoted(pair.nameX()), CELL),
        lines.fit("and " + lines.quoted(pair.nameY()), CELL),
        "real %",
        "gen %",
        "indep %",
        "JS");
    cells(" ".repeat(CELL), " ".repeat(CELL), "", "", "", context.unit().label());
    List<CellCost> cells = CellCost.of(pair);
    for (CellCost cell : cells.stream().limit(Explanation.CELLS).toList()) {
      cells(
          label(cell.x(), numericX, CELL),
          label(cell.y(), numericY, CELL),
          Numbers.percentage(cell.real()),
          Numbers.percentage(cell.generated()),
          Numbers.percentage(cell.independent()),
          information(cell.js()));
    }
    more(cells.size() - Explanation.CELLS);
    lines.line("indep %%: of the real data, if the two columns were independent of each other");
  }

  private void cells(Object... cells) throws IOException {
    lines.line("%s %s %6s %6s %7s %6s", cells);
  }

  private void more(int count) throws IOException {
    if (count > 0) {
      lines.line("and %s more that cost less", Numbers.count(count));
    }
  }

  private String label(@Nullable String label, boolean range, int width) {
    if (label == null) {
      return lines.fit("null", width);
    }
    return lines.fit(range ? Numbers.rounded(label) : label, width);
  }

  private String information(double nats) {
    return Numbers.measure(context.unit().of(nats));
  }
}
