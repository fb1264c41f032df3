package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.SymbolCount;
import java.io.IOException;

/** How often each symbol of a column occurs. */
record TextCounts(TextLines lines) {

  private static final int NAME = 39;
  private static final int BAR = 16;

  void write(Scorecard card, ColumnScore column) throws IOException {
    lines.blank();
    lines.line(
        "%s %12s %12s  %-16s %s",
        lines.fit(column.name(), NAME), "real", "generated", "real", "generated");
    double most = 0;
    for (SymbolCount count : column.counts()) {
      most = Math.max(most, share(count.real(), card.realRows()));
      most = Math.max(most, share(count.generated(), card.generatedRows()));
    }
    for (SymbolCount count : column.counts()) {
      if (count.real() > 0 || count.generated() > 0) {
        String label = count.label() == null ? "null" : count.label();
        lines.line(
            "  %s %12s %12s  %s %s",
            lines.fit(label, NAME - 2),
            Numbers.count(count.real()),
            Numbers.count(count.generated()),
            lines.glyphs().bar(share(count.real(), card.realRows()) / most, BAR),
            lines.glyphs().bar(share(count.generated(), card.generatedRows()) / most, BAR));
      }
    }
  }

  private static double share(long count, long rows) {
    return rows == 0 ? 0 : (double) count / rows;
  }
}
