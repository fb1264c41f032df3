package io.lanewise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.Contribution;
import io.lanewise.evaluate.PairComparison;
import io.lanewise.evaluate.PairScore;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Summary;
import io.lanewise.evaluate.SymbolCount;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The scorecard as JSON, schema {@value #SCHEMA}.
 *
 * <p>Numbers are the shortest decimals that read back to the same double; infinity is the string
 * {@code "Infinity"}; what is not defined (there is no generated row, or the column has no order)
 * is null. Edges beyond 2<sup>53</sup> are strings, for readers whose numbers are doubles.
 */
public final class JsonReport {

  /** Name and version of the JSON's form. */
  public static final String SCHEMA = "lanewise.score/1";

  /** Most symbols of a column whose costs are told unasked. */
  static final int SYMBOLS = 10;

  /** Most cells of a pair. */
  static final int CELLS = 5;

  private static final BigDecimal LARGEST_EXACT = new BigDecimal(1L << 53);

  private final ReportContext context;

  /** A report in this context. */
  public JsonReport(ReportContext context) {
    this.context = context;
  }

  /** Writes the scorecard, and a line feed. */
  public void write(Scorecard card, Writer out) throws IOException {
    try (JsonGenerator json = ReportJson.generator(out)) {
      json.setPrettyPrinter(new LinePrinter());
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      json.writeStringField("unit", context.unit().label());
      json.writeStringField("estimator", context.estimator().name());
      ReportJson.definitions(json, Definitions.of(context));
      ReportJson.side(json, "real", context.realSource(), card.realRows());
      ReportJson.side(json, "generated", context.generatedSource(), card.generatedRows());
      json.writeArrayFieldStart("columns");
      for (ColumnScore column : card.columns()) {
        column(json, column);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("pairs");
      for (PairScore pair : card.pairs()) {
        pair(json, pair);
      }
      json.writeEndArray();
      ReportJson.leftOut(json, "notScored", card.notScored());
      json.writeObjectFieldStart("summary");
      Summary summary = card.summary();
      for (SummaryMeasure measure : SummaryMeasure.values()) {
        number(json, measure, summary);
      }
      json.writeEndObject();
      gates(json);
      ReportJson.strings(json, "warnings", context.warnings());
      json.writeStringField("kernels", context.kernels());
      json.writeStringField("version", context.version());
      json.writeEndObject();
    }
    out.write("\n");
    out.flush();
  }

  private void column(JsonGenerator json, ColumnScore column) throws IOException {
    json.writeStartObject();
    json.writeNumberField("index", column.index());
    json.writeStringField("name", column.name());
    json.writeStringField("type", column.realType().name());
    json.writeStringField("generatedType", column.generatedType().name());
    json.writeStringField("kind", column.kind().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("identifier", column.identifier());
    json.writeBooleanField("folded", column.folded());
    for (ColumnMeasure measure : ColumnMeasure.values()) {
      if (shows(measure, context)) {
        number(json, measure, column);
      }
    }
    significance(json, column.comparison());
    if (column.kind() == ColumnScore.Kind.NUMERIC) {
      edges(json, column.edges(), column.realType());
    }
    if (context.withCounts()) {
      counts(json, column);
    }
    contributions(json, column);
    json.writeEndObject();
  }

  private void significance(JsonGenerator json, @Nullable Comparison comparison)
      throws IOException {
    if (comparison == null) {
      json.writeNullField("jsInterval");
      json.writeNullField("insideNoise");
      json.writeNullField("tooFewRows");
      return;
    }
    json.writeArrayFieldStart("jsInterval");
    json.writeNumber(context.unit().of(comparison.jsInterval().lower()));
    json.writeNumber(context.unit().of(comparison.jsInterval().upper()));
    json.writeEndArray();
    json.writeBooleanField("insideNoise", comparison.noise().insideNoise());
    json.writeBooleanField("tooFewRows", comparison.tooFewRows());
  }

  private void contributions(JsonGenerator json, ColumnScore column) throws IOException {
    boolean all = context.withCounts() || context.explain().contains(column.name());
    json.writeArrayFieldStart("contributions");
    for (Contribution symbol :
        column.contributions().stream().limit(all ? Long.MAX_VALUE : SYMBOLS).toList()) {
      json.writeStartObject();
      json.writeStringField("symbol", symbol.symbols().getFirst());
      contribution(json, symbol);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void pair(JsonGenerator json, PairScore pair) throws IOException {
    json.writeStartObject();
    json.writeStringField("x", pair.nameX());
    json.writeStringField("y", pair.nameY());
    for (PairMeasure measure : PairMeasure.values()) {
      number(json, measure, pair);
    }
    PairComparison comparison = pair.comparison();
    if (comparison == null) {
      json.writeNullField("insideNoise");
    } else {
      json.writeBooleanField("insideNoise", comparison.noise().insideNoise());
    }
    json.writeArrayFieldStart("contributions");
    for (Contribution cell : pair.contributions().stream().limit(CELLS).toList()) {
      json.writeStartObject();
      json.writeStringField("symbolX", cell.symbols().getFirst());
      json.writeStringField("symbolY", cell.symbols().getLast());
      contribution(json, cell);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void contribution(JsonGenerator json, Contribution contribution) throws IOException {
    json.writeNumberField("real", contribution.real());
    json.writeNumberField("generated", contribution.generated());
    number(json, "klRealGenerated", context.unit().of(contribution.klRealGenerated()));
    number(json, "klGeneratedReal", context.unit().of(contribution.klGeneratedReal()));
    number(json, "js", context.unit().of(contribution.js()));
    json.writeBooleanField("unseen", contribution.unseen());
    json.writeBooleanField("missing", contribution.missing());
  }

  private void gates(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("gates");
    for (GateResult gate : context.gates()) {
      json.writeStartObject();
      json.writeStringField("rule", gate.rule());
      json.writeBooleanField("crossed", gate.crossed());
      json.writeArrayFieldStart("violations");
      for (GateResult.Violation violation : gate.violations()) {
        json.writeStartObject();
        json.writeStringField("column", violation.column());
        number(json, "value", violation.value().orElse(Double.NaN));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The smoothed KL, and measures of rows, are there where they were asked for. */
  static boolean shows(ColumnMeasure measure, ReportContext context) {
    return measure.isOfRows()
        ? context.paired()
        : measure != ColumnMeasure.KL_SMOOTHED || context.smoothing().isPresent();
  }

  /** Inner edges; those beyond what a double holds exactly are strings. */
  static void edges(JsonGenerator json, List<BigDecimal> edges, ColumnType type)
      throws IOException {
    json.writeArrayFieldStart("edges");
    for (BigDecimal edge : edges) {
      if (type.family() == Family.FLOATING) {
        json.writeNumber(edge.doubleValue());
      } else if (edge.abs().compareTo(LARGEST_EXACT) > 0) {
        json.writeString(edge.toPlainString());
      } else {
        json.writeNumber(edge.toPlainString());
      }
    }
    json.writeEndArray();
  }

  private static void counts(JsonGenerator json, ColumnScore column) throws IOException {
    json.writeArrayFieldStart("counts");
    for (SymbolCount count : column.counts()) {
      json.writeStartObject();
      json.writeStringField("symbol", count.label());
      json.writeNumberField("real", count.real());
      json.writeNumberField("generated", count.generated());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private <S> void number(JsonGenerator json, Measure<S> measure, S score) throws IOException {
    OptionalDouble value = measure.value(score, context.unit());
    if (measure.scale() == Scale.COUNT) {
      json.writeNumberField(measure.jsonName(), (long) value.orElseThrow());
    } else {
      number(json, measure.jsonName(), value.orElse(Double.NaN));
    }
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isNaN(value)) {
      json.writeNullField(name);
    } else if (Double.isInfinite(value)) {
      json.writeStringField(name, Double.toString(value));
    } else {
      json.writeNumberField(name, value);
    }
  }
}
