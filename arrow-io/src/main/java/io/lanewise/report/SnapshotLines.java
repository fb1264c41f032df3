package io.lanewise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.SequentialComparison;
import io.lanewise.evaluate.Summary;
import io.lanewise.measure.Interval;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Snapshots, a line each: for people, and as JSON, schema {@value #SCHEMA}.
 *
 * @param unit the unit of information
 * @param glyphs what the output can show
 * @param sequential whether the always-valid test was asked for
 */
public record SnapshotLines(InformationUnit unit, Glyphs glyphs, boolean sequential) {

  /** Name and version of the JSON's form. */
  public static final String SCHEMA = "lanewise.snapshot/1";

  /** Most columns of a line of JSON. */
  static final int WORST = 5;

  private static final int WIDTH = 100;
  private static final int NAME = 20;

  /** Lines for an output in this charset. */
  public SnapshotLines(InformationUnit unit, Charset charset, boolean sequential) {
    this(unit, new Glyphs(charset), sequential);
  }

  /** What stands above the lines of text. */
  public String heading() {
    return String.format(
        Locale.ROOT,
        "%15s %8s  %sworst columns: JS in %s [95 %% interval, less chance]%n",
        "rows",
        "fidelity",
        sequential ? " p any time  " : "",
        unit.label());
  }

  /** A line for people, of at most 100 places. */
  public String text(Snapshot snapshot) {
    StringBuilder line = new StringBuilder();
    OptionalDouble fidelity = snapshot.card().summary().fidelity();
    line.append(
        String.format(
            Locale.ROOT,
            "%,15d %8s",
            snapshot.rows(),
            fidelity.isPresent()
                ? String.format(Locale.ROOT, "%.4f", fidelity.getAsDouble())
                : "-"));
    SequentialComparison test = snapshot.sequential();
    if (test != null) {
      line.append(String.format(Locale.ROOT, "  %11s", Numbers.probability(test.pValue())));
    }
    for (ColumnScore column : worst(snapshot)) {
      String part = "  " + text(column);
      if (Glyphs.width(line.toString()) + Glyphs.width(part) > WIDTH) {
        break;
      }
      line.append(part);
    }
    return line.append(System.lineSeparator()).toString();
  }

  private String text(ColumnScore column) {
    Comparison comparison = Objects.requireNonNull(column.comparison());
    Interval interval = comparison.jsInterval();
    String name = glyphs.fit(glyphs.name(column.name()), NAME).strip();
    String sign = Mark.of(column).sign().strip();
    return String.format(
        Locale.ROOT,
        "%s %s%s [%s, %s]",
        name,
        Numbers.measure(unit.of(comparison.js())),
        sign,
        Numbers.measure(unit.of(interval.lower())),
        Numbers.measure(unit.of(interval.upper())));
  }

  private static List<ColumnScore> worst(Snapshot snapshot) {
    return Ranking.columns(snapshot.card()).stream()
        .filter(column -> column.comparison() != null && !column.identifier())
        .limit(WORST)
        .toList();
  }

  /** A line of JSON. */
  public String json(Snapshot snapshot) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = ReportJson.generator(text)) {
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      json.writeStringField("unit", unit.label());
      json.writeNumberField("rows", snapshot.rows());
      json.writeNumberField("scoredRows", snapshot.card().generatedRows());
      json.writeNumberField("realRows", snapshot.card().realRows());
      Summary summary = snapshot.card().summary();
      for (SummaryMeasure measure : SummaryMeasure.values()) {
        OptionalDouble value = measure.value(summary, unit);
        if (value.isPresent()) {
          json.writeNumberField(measure.jsonName(), value.getAsDouble());
        } else {
          json.writeNullField(measure.jsonName());
        }
      }
      json.writeArrayFieldStart("worstColumns");
      for (ColumnScore column : worst(snapshot)) {
        column(json, column);
      }
      json.writeEndArray();
      SequentialComparison test = snapshot.sequential();
      if (test != null) {
        json.writeObjectFieldStart("sequential");
        json.writeNumberField("pairs", test.pairs());
        json.writeNumberField("pValue", test.pValue());
        json.writeBooleanField("exhausted", test.isExhausted());
        json.writeObjectFieldStart("columns");
        for (SequentialComparison.ColumnPValue column : test.columns()) {
          json.writeNumberField(column.name(), column.pValue());
        }
        json.writeEndObject();
        json.writeEndObject();
      }
      json.writeArrayFieldStart("crossed");
      for (String rule : snapshot.crossed()) {
        json.writeString(rule);
      }
      json.writeEndArray();
      json.writeBooleanField("last", snapshot.last());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text.append('\n').toString();
  }

  private void column(JsonGenerator json, ColumnScore column) throws IOException {
    Comparison comparison = Objects.requireNonNull(column.comparison());
    json.writeStartObject();
    json.writeStringField("name", column.name());
    json.writeNumberField("js", unit.of(comparison.js()));
    json.writeArrayFieldStart("jsInterval");
    json.writeNumber(unit.of(comparison.jsInterval().lower()));
    json.writeNumber(unit.of(comparison.jsInterval().upper()));
    json.writeEndArray();
    json.writeNumberField("jsNoiseFloor", unit.of(comparison.noise().jsNoiseFloor()));
    json.writeBooleanField("insideNoise", comparison.noise().insideNoise());
    json.writeEndObject();
  }
}
