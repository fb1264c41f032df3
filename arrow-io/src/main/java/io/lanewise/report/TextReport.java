package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.NotScored;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.SymbolCount;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The scorecard as text of at most 100 columns, the worst column first. */
public final class TextReport {

  private static final int WIDTH = 100;
  private static final int NAME = 19;
  private static final int TYPE = 15;

  /** Places for names and types together: with them a line is as long as may be. */
  private static final int NAME_AND_TYPE = 37;

  private static final int BAR = 8;
  private static final int COUNTS_NAME = 39;
  private static final int COUNTS_BAR = 16;

  private final ReportContext context;
  private final Glyphs glyphs;

  /** A report in this context, with these characters. */
  public TextReport(ReportContext context, Glyphs glyphs) {
    this.context = context;
    this.glyphs = glyphs;
  }

  /** Writes the scorecard. */
  public void write(Scorecard card, Appendable out) throws IOException {
    heading(card, out);
    table(card, out);
    if (context.withCounts()) {
      for (ColumnScore column : Finding.worstFirst(card)) {
        counts(card, column, out);
      }
    }
    notes(card, out);
    String finding =
        Finding.of(
            card, context, name -> "`" + shorten(name) + "`", value -> "'" + shorten(value) + "'");
    out.append('\n').append(wrap(finding)).append('\n');
  }

  private void heading(Scorecard card, Appendable out) throws IOException {
    side("real", context.realSource(), card.realRows(), out);
    side("generated", context.generatedSource(), card.generatedRows(), out);
    OptionalDouble fidelity = card.summary().columnFidelity();
    long averaged = card.columns().stream().filter(column -> !column.identifier()).count();
    line(
        out,
        "%-10s %s   mean of 1 - JS (in bits) over %d columns; 1 is the same, 0 nothing in common",
        "fidelity",
        fidelity.isPresent() ? String.format(Locale.ROOT, "%.4f", fidelity.getAsDouble()) : "-",
        averaged);
    out.append('\n');
  }

  private void side(String name, String source, long rows, Appendable out) throws IOException {
    String from = glyphs.fitEnd(glyphs.name(source), WIDTH - 33);
    line(out, "%-10s %14s rows   %s", name, Numbers.count(rows), from);
  }

  private void table(Scorecard card, Appendable out) throws IOException {
    String unit = context.unit().label();
    int type = Math.clamp(longest(card, column -> column.realType().name()), TYPE, 18);
    int name = Math.clamp(longest(card, TextReport::marked), NAME, NAME_AND_TYPE - type);
    boolean smoothed = context.smoothing().isPresent();
    String above = glyphs.fit("column", name) + " " + glyphs.fit("type", type);
    String below = " ".repeat(name + 1 + type);
    String barAbove = smoothed ? "smoothed" : " ".repeat(BAR);
    String barBelow = smoothed ? " KL(r|g)" : " ".repeat(BAR);
    cells(out, above, "JS", barAbove, "KL(r|g)", "KL(g|r)", "H real", "H gen", "null", "null");
    cells(out, below, unit, barBelow, unit, unit, unit, unit, "real", "gen");
    for (ColumnScore column : Finding.worstFirst(card)) {
      String label = fit(column, name) + " " + glyphs.fit(column.realType().name(), type);
      row(label, column, out);
    }
  }

  private int longest(Scorecard card, Function<ColumnScore, String> text) {
    return card.columns().stream()
        .mapToInt(column -> Glyphs.width(glyphs.name(text.apply(column))))
        .max()
        .orElse(0);
  }

  private static void cells(Appendable out, Object... cells) throws IOException {
    line(out, "%s %6s %s %8s %8s  %6s %6s  %5s %5s", cells);
  }

  private void row(String label, ColumnScore column, Appendable out) throws IOException {
    Comparison comparison = column.comparison();
    double js = comparison == null ? Double.NaN : comparison.js();
    cells(
        out,
        label,
        Numbers.measure(context.unit().of(js)),
        comparison == null ? " ".repeat(BAR) : barOrSmoothed(comparison),
        information(comparison == null ? Double.NaN : comparison.klRealGenerated()),
        information(comparison == null ? Double.NaN : comparison.klGeneratedReal()),
        entropy(column.entropyReal()),
        entropy(column.entropyGenerated()),
        Numbers.shortCount(column.realNulls()),
        Numbers.shortCount(column.generatedNulls()));
  }

  /** The smoothed KL takes the place of the bar: a line holds no more. */
  private String barOrSmoothed(Comparison comparison) {
    if (comparison.klSmoothed().isPresent()) {
      return String.format("%8s", information(comparison.klSmoothed().getAsDouble()));
    }
    // The bar is as long as the JS distance, so that small divergences can be seen.
    return glyphs.bar(Math.sqrt(InformationUnit.BITS.of(comparison.js())), BAR);
  }

  /** The name with its mark, which is never cut off. */
  private String fit(ColumnScore column, int width) {
    String mark = mark(column);
    String name = glyphs.name(column.name());
    return Glyphs.width(name) + mark.length() <= width
        ? glyphs.fit(name + mark, width)
        : glyphs.fit(name, width - mark.length()) + mark;
  }

  private static String marked(ColumnScore column) {
    return column.name() + mark(column);
  }

  private String shorten(String text) {
    return glyphs.fit(glyphs.name(text), COUNTS_NAME).strip();
  }

  private static String mark(ColumnScore column) {
    return (column.identifier() ? " *" : "") + (column.folded() ? " ~" : "");
  }

  private String information(double nats) {
    return Numbers.measure(context.unit().of(nats));
  }

  private String entropy(double nats) {
    return Double.isNaN(nats) ? "-" : String.format(Locale.ROOT, "%.3f", context.unit().of(nats));
  }

  private void counts(Scorecard card, ColumnScore column, Appendable out) throws IOException {
    line(
        out,
        "\n%s%s %12s %12s  %-16s %s",
        glyphs.fit(glyphs.name(column.name()), COUNTS_NAME),
        "",
        "real",
        "generated",
        "real",
        "generated");
    double realMost = 0;
    double generatedMost = 0;
    for (SymbolCount count : column.counts()) {
      realMost = Math.max(realMost, share(count.real(), card.realRows()));
      generatedMost = Math.max(generatedMost, share(count.generated(), card.generatedRows()));
    }
    double most = Math.max(realMost, generatedMost);
    for (SymbolCount count : column.counts()) {
      if (count.real() == 0 && count.generated() == 0) {
        continue;
      }
      String label = count.label() == null ? "null" : count.label();
      line(
          out,
          "  %s %12s %12s  %s %s",
          glyphs.fit(glyphs.name(label), COUNTS_NAME - 2),
          Numbers.count(count.real()),
          Numbers.count(count.generated()),
          glyphs.bar(share(count.real(), card.realRows()) / most, COUNTS_BAR),
          glyphs.bar(share(count.generated(), card.generatedRows()) / most, COUNTS_BAR));
    }
  }

  private static double share(long count, long rows) {
    return rows == 0 ? 0 : (double) count / rows;
  }

  private void notes(Scorecard card, Appendable out) throws IOException {
    List<ColumnScore> columns = card.columns();
    if (columns.stream().anyMatch(ColumnScore::identifier)) {
      out.append("* looks like an identifier (over 95 % distinct): left out of the fidelity\n");
    }
    if (columns.stream().anyMatch(ColumnScore::folded)) {
      out.append("~ more than 65,536 distinct values: rare ones are counted in hash buckets\n");
    }
    if (columns.stream().anyMatch(TextReport::isInfinite)) {
      out.append(
          "inf: the generated data lacks a value that the real data has (r|g), or the reverse"
              + " (g|r)\n");
    }
    for (ColumnScore column : columns) {
      if (Finding.mayMissByWidth(column)) {
        out.append(wrap(Finding.onTypes(column, "`" + shorten(column.name()) + "`"))).append('\n');
      }
    }
    for (NotScored column : card.notScored()) {
      String what = "not scored: " + shorten(column.name()) + " (" + shorten(column.type()) + "): ";
      out.append(wrap(what + column.reason())).append('\n');
    }
  }

  private static boolean isInfinite(ColumnScore column) {
    Comparison comparison = column.comparison();
    return comparison != null
        && (Double.isInfinite(comparison.klRealGenerated())
            || Double.isInfinite(comparison.klGeneratedReal()));
  }

  /** Breaks a sentence at blanks into lines that fit. */
  private static String wrap(String sentence) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : sentence.split(" ", -1)) {
      int length = Glyphs.width(word);
      if (column > 0 && column + 1 + length > WIDTH) {
        lines.append('\n');
        column = 0;
      } else if (column > 0) {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += length;
    }
    return lines.toString();
  }

  private static void line(Appendable out, String format, Object... parts) throws IOException {
    out.append(String.format(Locale.ROOT, format, parts).stripTrailing()).append('\n');
  }
}
