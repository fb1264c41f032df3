package io.lanewise.report;

import io.lanewise.evaluate.Standing;
import io.lanewise.measure.JsDifference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Ranked sets as text of at most 100 columns. */
public final class RankText {

  /** Places for a source: what a line holds beside the numbers. */
  private static final int SOURCE = 31;

  private final RankReport report;
  private final TextLines lines;

  private RankText(RankReport report, TextLines lines) {
    this.report = report;
    this.lines = lines;
  }

  /** The whole of it, with these characters. */
  public static String of(RankReport report, Glyphs glyphs) {
    StringBuilder text = new StringBuilder();
    try {
      new RankText(report, new TextLines(text, glyphs)).write();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text.toString();
  }

  private void write() throws IOException {
    int columns = report.standings().columns();
    lines.line(
        "real %,d rows   %s",
        report.standings().realRows(), end(report.realSource(), TextLines.WIDTH - 24));
    lines.line(
        "JS, noise and KL are means over %s, in %s",
        columns == 1 ? "1 column" : Numbers.count(columns) + " columns", report.unit().label());
    lines.blank();
    table();
    lines.blank();
    List<Standing> sets = report.standings().sets();
    for (int i = 0; i + 1 < sets.size(); i++) {
      neighbours(sets.get(i), sets.get(i + 1));
    }
    lines.notCompared(report.standings().notScored());
  }

  private void table() throws IOException {
    List<Standing> sets = report.standings().sets();
    int source =
        Math.clamp(
            sets.stream()
                .mapToInt(set -> Glyphs.width(lines.glyphs().name(set.source())))
                .max()
                .orElseThrow(),
            6,
            SOURCE);
    row(
        "rank",
        lines.fit("source", source),
        "rows",
        "JS",
        "noise",
        "corrected",
        "KL(r|g)",
        "fidelity",
        "p to next");
    for (int i = 0; i < sets.size(); i++) {
      Standing set = sets.get(i);
      JsDifference toNext = set.toNext();
      row(
          Integer.toString(i + 1),
          lines.glyphs().fit(end(set.source(), source), source),
          Numbers.shortCount(set.rows()),
          shown(set.js()),
          shown(set.jsNoiseFloor()),
          Numbers.signed(report.unit().of(set.jsCorrected())).replaceFirst("^\\+", ""),
          shown(set.klRealGenerated()),
          String.format(Locale.ROOT, "%.4f", set.card().summary().fidelity().orElseThrow()),
          toNext == null ? "" : Numbers.probability(toNext.pValue()));
    }
    lines.line("corrected: JS less what chance adds to it");
    if (sets.size() > 1) {
      lines.line(
          "p: how often sets equally far from the real data differ as much; %s, not adjusted",
          sets.size() == 2 ? "1 comparison" : sets.size() - 1 + " comparisons");
    }
  }

  private void row(Object... cells) throws IOException {
    lines.line("%4s %s %6s %6s %6s %9s %7s %8s %9s", cells);
  }

  private void neighbours(Standing set, Standing next) throws IOException {
    JsDifference difference = set.toNext();
    if (difference == null) {
      return;
    }
    String first = name(set);
    String second = name(next);
    if (difference.pValue() >= Standing.LEVEL) {
      lines.sentence(
          "within chance: "
              + first
              + " need not be nearer than "
              + second
              + probability(difference),
          2);
    } else if (difference.difference() > 0) {
      lines.sentence(first + " is nearer than " + second + probability(difference), 2);
    } else {
      lines.sentence(
          "corrected for the rows of both together, "
              + second
              + " is nearer than "
              + first
              + probability(difference),
          2);
    }
  }

  private static String probability(JsDifference difference) {
    return " (p " + Numbers.probability(difference.pValue()) + ")";
  }

  private String name(Standing set) {
    return "`" + end(set.source(), SOURCE) + "`";
  }

  private String shown(double nats) {
    return Numbers.measure(report.unit().of(nats));
  }

  private String end(String source, int width) {
    return lines.glyphs().fitEnd(lines.glyphs().name(source), width);
  }
}
