package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.NotScored;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.SymbolCount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The scorecard as Markdown, the worst column first. */
public final class MarkdownReport {

  private final ReportContext context;
  private final Glyphs glyphs = new Glyphs(StandardCharsets.UTF_8);

  /** A report in this context. */
  public MarkdownReport(ReportContext context) {
    this.context = context;
  }

  /** Writes the scorecard. */
  public void write(Scorecard card, Appendable out) throws IOException {
    String unit = context.unit().label();
    boolean smoothed = context.smoothing().isPresent();
    out.append("# Generated data against real data\n\n");
    line(out, "- real: %s, %s rows", code(context.realSource()), Numbers.count(card.realRows()));
    line(
        out,
        "- generated: %s, %s rows",
        code(context.generatedSource()),
        Numbers.count(card.generatedRows()));
    line(
        out,
        "- fidelity: %s (mean of 1 - JS in bits; 1 is the same, 0 nothing in common)",
        card.summary().columnFidelity().isPresent()
            ? String.format(Locale.ROOT, "%.4f", card.summary().columnFidelity().getAsDouble())
            : "none");
    line(out, "- %s", Finding.of(card, context, this::code, this::code));
    out.append('\n');
    line(
        out,
        "| column | type | kind | JS, %1$s | KL(real\\|generated), %1$s | KL(generated\\|real),"
            + " %1$s%2$s | H real, %1$s | H generated, %1$s | nulls real | nulls generated |",
        unit,
        smoothed ? " | KL(real\\|generated) smoothed, " + unit : "");
    out.append("|---|---|---|---:|---:|---:|---:|---:|---:|---:|")
        .append(smoothed ? "---:|\n" : "\n");
    for (ColumnScore column : Finding.worstFirst(card)) {
      row(column, out);
    }
    for (ColumnScore column : card.columns()) {
      if (Finding.mayMissByWidth(column)) {
        line(out, "\n- %s", escape(Finding.onTypes(column, code(column.name()))));
      }
    }
    for (String warning : context.warnings()) {
      line(out, "\n- warning: %s", escape(warning));
    }
    for (NotScored column : card.notScored()) {
      line(
          out,
          "\n- not scored: %s (%s): %s",
          code(column.name()),
          escape(column.type()),
          escape(column.reason()));
    }
    if (context.withCounts()) {
      for (ColumnScore column : Finding.worstFirst(card)) {
        counts(column, out);
      }
    }
  }

  private void row(ColumnScore column, Appendable out) throws IOException {
    Comparison comparison = column.comparison();
    line(
        out,
        "| %s%s | %s | %s | %s | %s | %s%s | %s | %s | %s | %s |",
        code(column.name()),
        column.identifier() ? " (identifier)" : "",
        escape(column.realType().name()),
        column.kind().name().toLowerCase(Locale.ROOT),
        information(comparison == null ? Double.NaN : comparison.js()),
        information(comparison == null ? Double.NaN : comparison.klRealGenerated()),
        information(comparison == null ? Double.NaN : comparison.klGeneratedReal()),
        smoothed(comparison),
        information(column.entropyReal()),
        information(column.entropyGenerated()),
        Numbers.count(column.realNulls()),
        Numbers.count(column.generatedNulls()));
  }

  private String smoothed(@Nullable Comparison comparison) {
    if (context.smoothing().isEmpty()) {
      return "";
    }
    return " | "
        + information(comparison == null ? Double.NaN : comparison.klSmoothed().orElse(Double.NaN));
  }

  private void counts(ColumnScore column, Appendable out) throws IOException {
    line(out, "\n## %s\n\n| symbol | real | generated |\n|---|---:|---:|", code(column.name()));
    for (SymbolCount count : column.counts()) {
      line(
          out,
          "| %s | %s | %s |",
          count.label() == null ? "null" : code(count.label()),
          Numbers.count(count.real()),
          Numbers.count(count.generated()));
    }
  }

  private String information(double nats) {
    return Numbers.measure(context.unit().of(nats));
  }

  /** A name as code, safe inside a table cell. */
  private String code(String text) {
    String shown = glyphs.name(text).replace("`", "'");
    return "`" + shown.replace("\\|", "\\u{5c}|").replace("|", "\\|") + "`";
  }

  private static String escape(String text) {
    return text.replace("|", "\\|").replace("<", "\\<");
  }

  private static void line(Appendable out, String format, Object... parts) throws IOException {
    out.append(String.format(Locale.ROOT, format, parts)).append('\n');
  }
}
