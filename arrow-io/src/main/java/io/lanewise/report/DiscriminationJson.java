package io.lanewise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.PairScore;
import io.lanewise.gan.ClassifierResult;
import io.lanewise.gan.Guesses;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a discriminator proves, as JSON, schema {@value #SCHEMA}. */
public final class DiscriminationJson {

  /** Name and version of the JSON's form. */
  public static final String SCHEMA = "lanewise.discrimination/1";

  private static final Map<String, String> DEFINITIONS = new LinkedHashMap<>();

  static {
    DEFINITIONS.put(
        "settings", "of D; dropout and epochs are null where the number of rows decides");
    DEFINITIONS.put("usedRows", "rows of each side that were dealt into the halves");
    DEFINITIONS.put("learntRows", "rows of each side that D learnt from");
    DEFINITIONS.put("choosingRows", "rows of each side that chose the step at which D was best");
    DEFINITIONS.put("testedRows", "rows of each side that D had not seen; what follows is of them");
    DEFINITIONS.put("differentRows", "how many of both sides' tested rows are different");
    DEFINITIONS.put("rightReal", "real rows that D takes for real: a logit above 0");
    DEFINITIONS.put("rightGenerated", "generated rows that D takes for generated");
    DEFINITIONS.put("accuracy", "(rightReal + rightGenerated) / (2 testedRows); chance is 0.5");
    DEFINITIONS.put(
        "pValue",
        "chance of as many right ones if both sides have one distribution: Fisher's exact test,"
            + " one-sided");
    DEFINITIONS.put(
        "rocArea",
        "chance that a real row has a higher logit than a generated one, ties counted half");
    DEFINITIONS.put("rocStandardError", "of rocArea, by DeLong; equal rows are one draw");
    DEFINITIONS.put("rocInterval", "rocArea -+ 1.96 standard errors, within 0 and 1");
    DEFINITIONS.put("value", "V = mean log D over real + mean log(1-D) over generated rows");
    DEFINITIONS.put("valueStandardError", "of value; equal rows are one draw");
    DEFINITIONS.put("jsBound", "max(0, (value + log 4)/2): what D proves of these rows");
    DEFINITIONS.put(
        "jsLowerLimit", "the same less 1.645 standard errors: holds with 95 % confidence");
    DEFINITIONS.put("histograms", "of all rows of both sides, as score --format json has them");
    DEFINITIONS.put("js", "KL(p|m)/2 + KL(q|m)/2, m = (p+q)/2");
    DEFINITIONS.put("jsNoiseFloor", "the js that chance alone would give");
    DEFINITIONS.put(
        "histograms.jsLowerLimit",
        "the largest lower limit of the js of a column or pair; all hold at once with 95 %"
            + " confidence");
    DEFINITIONS.put(
        "betterLimit",
        "whose jsLowerLimit is the larger: rows differ at least as much as any of their columns");
  }

  private DiscriminationJson() {}

  /** The whole of it, and a line feed. */
  public static String of(DiscriminationReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = ReportJson.generator(text)) {
      json.setPrettyPrinter(new LinePrinter());
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      json.writeStringField("unit", report.unit().label());
      ReportJson.definitions(json, DEFINITIONS);
      ReportJson.side(json, "real", report.realSource(), report.result().realRows());
      ReportJson.side(json, "generated", report.generatedSource(), report.result().generatedRows());
      settings(json, report);
      ReportJson.strings(json, "columns", report.result().columns());
      discriminator(json, report.result(), report.unit());
      histograms(json, report);
      json.writeStringField(
          "betterLimit", report.discriminatorIsBetter() ? "discriminator" : "histograms");
      ReportJson.leftOut(json, "notCompared", report.result().notCompared());
      ReportJson.strings(json, "warnings", report.warnings());
      json.writeStringField("kernels", report.kernels());
      json.writeStringField("version", report.version());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text + "\n";
  }

  private static void settings(JsonGenerator json, DiscriminationReport report) throws IOException {
    json.writeObjectFieldStart("settings");
    json.writeArrayFieldStart("discriminator");
    for (int units : report.settings().hidden()) {
      json.writeNumber(units);
    }
    json.writeEndArray();
    json.writeNumberField("softBins", report.settings().softBins());
    json.writeFieldName("dropout");
    if (report.settings().dropout().isPresent()) {
      json.writeNumber(report.settings().dropout().getAsDouble());
    } else {
      json.writeNull();
    }
    json.writeNumberField("batch", report.settings().batch());
    json.writeFieldName("epochs");
    if (report.settings().epochs().isPresent()) {
      json.writeNumber(report.settings().epochs().getAsInt());
    } else {
      json.writeNull();
    }
    json.writeNumberField("patience", report.settings().patience());
    json.writeNumberField("seed", report.seed());
    json.writeEndObject();
  }

  private static void discriminator(
      JsonGenerator json, ClassifierResult result, InformationUnit unit) throws IOException {
    Guesses guesses = result.guesses();
    json.writeNumberField("usedRows", result.usedRows());
    json.writeNumberField("learntRows", result.learntRows());
    json.writeNumberField("choosingRows", result.choosingRows());
    json.writeNumberField("testedRows", guesses.perSide());
    json.writeNumberField("differentRows", result.differentRows());
    json.writeNumberField("steps", result.steps());
    json.writeNumberField("bestStep", result.bestStep());
    json.writeNumberField("rightReal", guesses.rightReal());
    json.writeNumberField("rightGenerated", guesses.perSide() - guesses.wrongGenerated());
    json.writeNumberField("accuracy", guesses.accuracy());
    json.writeNumberField("pValue", guesses.pValue());
    json.writeNumberField("rocArea", result.roc().area());
    number(json, "rocStandardError", result.roc().standardError());
    json.writeArrayFieldStart("rocInterval");
    json.writeNumber(result.roc().lower());
    json.writeNumber(result.roc().upper());
    json.writeEndArray();
    number(json, "value", unit.of(result.verdict().value()));
    number(json, "valueStandardError", unit.of(result.verdict().standardError()));
    number(json, "jsBound", unit.of(result.verdict().jsBound()));
    number(json, "jsLowerLimit", unit.of(result.verdict().jsLowerLimit()));
  }

  private static void histograms(JsonGenerator json, DiscriminationReport report)
      throws IOException {
    InformationUnit unit = report.unit();
    json.writeObjectFieldStart("histograms");
    ColumnScore column = report.farthestColumn();
    json.writeObjectFieldStart("farthestColumn");
    json.writeStringField("name", column.name());
    number(json, "js", unit.of(DiscriminationReport.comparison(column).js()));
    number(
        json,
        "jsNoiseFloor",
        unit.of(DiscriminationReport.comparison(column).noise().jsNoiseFloor()));
    json.writeEndObject();
    number(json, "columnMean", unit.of(report.meanOfColumns()));
    Optional<PairScore> farthest = report.farthestPair();
    if (farthest.isPresent()) {
      PairScore pair = farthest.orElseThrow();
      json.writeObjectFieldStart("farthestPair");
      ReportJson.strings(json, "names", List.of(pair.nameX(), pair.nameY()));
      number(json, "js", unit.of(DiscriminationReport.comparison(pair).js()));
      number(
          json,
          "jsNoiseFloor",
          unit.of(DiscriminationReport.comparison(pair).noise().jsNoiseFloor()));
      json.writeEndObject();
    } else {
      json.writeNullField("farthestPair");
    }
    number(json, "pairMean", unit.of(report.meanOfPairs()));
    number(json, "jsLowerLimit", unit.of(report.limit().nats()));
    ReportJson.strings(json, "limitBy", report.limit().columns());
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isNaN(value)) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }
}
