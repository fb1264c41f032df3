package io.lanewise.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lanewise.measure.WeightStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What two columns of weights amount to, for people and as JSON, schema {@value #SCHEMA}.
 *
 * @param source where the columns are
 * @param p name of the column of p
 * @param q name of the column of q
 * @param rows how many symbols there are
 * @param result the measures, in nats
 * @param unit in which they are shown
 * @param version of Lanewise
 */
public record DivergenceReport(
    String source,
    String p,
    String q,
    long rows,
    WeightStream.Result result,
    InformationUnit unit,
    String version) {

  /** Name and version of the JSON's form. */
  public static final String SCHEMA = "lanewise.divergence/1";

  /** A number of the report. */
  private record Line(String jsonName, String words, String definition, double value) {}

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(line("entropyP", "entropy of p", "-sum p log p", result.entropyP()));
    lines.add(line("entropyQ", "entropy of q", "-sum q log q", result.entropyQ()));
    lines.add(line("crossEntropy", "cross-entropy", "-sum p log q", result.crossEntropy()));
    lines.add(line("klPQ", "KL(p|q)", "sum p log(p/q)", result.klPq()));
    lines.add(line("klQP", "KL(q|p)", "sum q log(q/p)", result.klQp()));
    lines.add(line("js", "JS", "KL(p|m)/2 + KL(q|m)/2, m = (p+q)/2", result.js()));
    lines.add(
        new Line(
            "totalVariation",
            "total variation",
            "1/2 sum |p - q|, without a unit",
            result.totalVariation()));
    return lines;
  }

  private Line line(String jsonName, String words, String definition, double nats) {
    return new Line(jsonName, words, definition, unit.of(nats));
  }

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: p = '%s', q = '%s', %,d symbols, in %s%n%n",
            source,
            p,
            q,
            rows,
            unit.label()));
    for (Line line : lines()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-16s %9s   %s%n",
              line.words,
              Numbers.measure(line.value),
              line.definition));
    }
    return text.toString();
  }

  /** As JSON, and a line feed. */
  public String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(new LinePrinter());
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      json.writeStringField("unit", unit.label());
      json.writeObjectFieldStart("definitions");
      for (Line line : lines()) {
        json.writeStringField(line.jsonName, line.definition);
      }
      json.writeEndObject();
      json.writeStringField("source", source);
      json.writeStringField("p", p);
      json.writeStringField("q", q);
      json.writeNumberField("rows", rows);
      for (Line line : lines()) {
        if (Double.isInfinite(line.value)) {
          json.writeStringField(line.jsonName, "Infinity");
        } else {
          json.writeNumberField(line.jsonName, line.value);
        }
      }
      json.writeStringField("version", version);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text.append('\n').toString();
  }
}
