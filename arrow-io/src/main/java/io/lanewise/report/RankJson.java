package io.lanewise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lanewise.evaluate.Standing;
import io.lanewise.evaluate.Summary;
import io.lanewise.measure.JsDifference;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ranked sets as JSON, schema {@value #SCHEMA}. */
public final class RankJson {

  /** Name and version of the JSON's form. */
  public static final String SCHEMA = "lanewise.rank/1";

  private static final Map<String, String> DEFINITIONS = new LinkedHashMap<>();

  static {
    DEFINITIONS.put("columns", "columns that all sets have and that are no identifiers");
    DEFINITIONS.put("comparisons", "differences of neighbours that have a pValue");
    DEFINITIONS.put("sets", "the generated sets, the nearest first");
    DEFINITIONS.put("position", "which of the sets it is, from 0 in the order given");
    DEFINITIONS.put(
        "js", "KL(p|m)/2 + KL(q|m)/2, m = (p+q)/2: mean over the columns; sets are ranked by it");
    DEFINITIONS.put("jsCorrected", "js less what chance adds to it; may be below 0");
    DEFINITIONS.put("jsNoiseFloor", "the js that chance alone would give: mean over the columns");
    DEFINITIONS.put("klRealGenerated", "sum p log(p/q): mean over the columns; breaks ties");
    DEFINITIONS.put("fidelity", "mean of 1 - js in bits over columns, and over pairs of columns");
    DEFINITIONS.put("fidelityCeiling", "the fidelity of a perfect set with as many rows");
    DEFINITIONS.put(
        "toNext",
        "how much farther the next set is, corrected for the rows of both; below 0 it is nearer");
    DEFINITIONS.put(
        "standardError",
        "of the difference; the largest possible, that of columns that move as one");
    DEFINITIONS.put(
        "pValue",
        "how often sets equally far from the real data differ as much; the real data is the same"
            + " for both; not adjusted for comparisons");
    DEFINITIONS.put("withinChance", "pValue >= 0.05");
  }

  private RankJson() {}

  /** The whole of it, and a line feed. */
  public static String of(RankReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = ReportJson.generator(text)) {
      json.setPrettyPrinter(new LinePrinter());
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      json.writeStringField("unit", report.unit().label());
      ReportJson.definitions(json, DEFINITIONS);
      ReportJson.side(json, "real", report.realSource(), report.standings().realRows());
      json.writeNumberField("columns", report.standings().columns());
      List<Standing> sets = report.standings().sets();
      json.writeNumberField("comparisons", sets.size() - 1);
      json.writeArrayFieldStart("sets");
      for (int i = 0; i < sets.size(); i++) {
        set(json, i + 1, sets.get(i), report.unit());
      }
      json.writeEndArray();
      ReportJson.leftOut(json, "notScored", report.standings().notScored());
      ReportJson.strings(json, "warnings", report.warnings());
      json.writeStringField("kernels", report.kernels());
      json.writeStringField("version", report.version());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text + "\n";
  }

  private static void set(JsonGenerator json, int rank, Standing set, InformationUnit unit)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("rank", rank);
    json.writeNumberField("position", set.position());
    json.writeStringField("source", set.source());
    json.writeNumberField("rows", set.rows());
    number(json, "js", unit.of(set.js()));
    number(json, "jsCorrected", unit.of(set.jsCorrected()));
    number(json, "jsNoiseFloor", unit.of(set.jsNoiseFloor()));
    number(json, "klRealGenerated", unit.of(set.klRealGenerated()));
    Summary summary = set.card().summary();
    number(json, "fidelity", summary.fidelity().orElseThrow());
    number(json, "fidelityCeiling", summary.fidelityCeiling().orElseThrow());
    JsDifference toNext = set.toNext();
    if (toNext == null) {
      json.writeNullField("toNext");
    } else {
      json.writeObjectFieldStart("toNext");
      number(json, "difference", unit.of(toNext.difference()));
      number(json, "standardError", unit.of(toNext.standardError()));
      number(json, "pValue", toNext.pValue());
      json.writeBooleanField("withinChance", toNext.pValue() >= Standing.LEVEL);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isInfinite(value)) {
      json.writeStringField(name, Double.toString(value));
    } else {
      json.writeNumberField(name, value);
    }
  }
}
