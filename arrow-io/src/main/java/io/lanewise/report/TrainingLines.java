package io.lanewise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lanewise.gan.Alarm;
import io.lanewise.gan.Ending;
import io.lanewise.gan.TrainingLine;
import io.lanewise.gan.TrainingMeasure;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is measured while a GAN trains, a line each: for people, and as JSON, schema {@value
 * #SCHEMA}.
 *
 * @param unit the unit of information; losses and V are in nats
 */
public record TrainingLines(InformationUnit unit) {

  /** Name and version of the JSON's form. */
  public static final String SCHEMA = "lanewise.training/1";

  /** Lines after which the heading stands once more. */
  public static final int REPEAT = 25;

  private static final int MOST_DECIMALS = 3;

  /** What stands above lines of text. */
  public String heading() {
    StringBuilder above = new StringBuilder();
    StringBuilder below = new StringBuilder();
    for (TrainingColumn column : TrainingColumn.values()) {
      above.append(" ".repeat(column.width() - column.above().length())).append(column.above());
      below.append(" ".repeat(column.width() - column.heading().length())).append(column.heading());
    }
    return above.toString().stripTrailing()
        + System.lineSeparator()
        + below
        + System.lineSeparator();
  }

  /** A line for people, of at most 100 places while there are fewer than 100,000 epochs. */
  public String text(TrainingLine line) {
    StringBuilder text = new StringBuilder();
    for (TrainingColumn column : TrainingColumn.values()) {
      String number = number(column, value(line, column.measure()));
      text.append(" ".repeat(Math.max(1, column.width() - number.length()))).append(number);
    }
    return text.append(line.best() ? " *" : "").append(System.lineSeparator()).toString();
  }

  private static String number(TrainingColumn column, double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (column.measure().unit() == TrainingMeasure.Unit.COUNT) {
      return Long.toString((long) value);
    }
    if (column == TrainingColumn.SCORE) {
      return withDecimals(value, MOST_DECIMALS + 1);
    }
    for (int decimals = MOST_DECIMALS; decimals >= 0; decimals--) {
      String text = withDecimals(value, decimals);
      if (text.length() < column.width()) {
        return text;
      }
    }
    return String.format(Locale.ROOT, "%.0e", value);
  }

  private static String withDecimals(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** The value of a measure as it is shown, information in the unit. */
  public double value(TrainingLine line, TrainingMeasure measure) {
    double value = line.value(measure);
    return measure.unit() == TrainingMeasure.Unit.INFORMATION ? unit.of(value) : value;
  }

  /** What a measure's values are in. */
  public String unit(TrainingMeasure measure) {
    return switch (measure.unit()) {
      case COUNT -> "1";
      case NATS -> InformationUnit.NATS.label();
      case INFORMATION -> unit.label();
      case SHARE -> "share";
    };
  }

  /**
   * A line of JSON.
   *
   * @param first whether units and definitions are to be told
   * @param ending why the training is over; null if it is not
   */
  public String json(TrainingLine line, boolean first, @Nullable Ending ending) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = ReportJson.generator(text)) {
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      json.writeStringField("unit", unit.label());
      if (first) {
        definitions(json);
      }
      figures(json, line);
      json.writeStringField("ending", ending == null ? null : word(ending));
      json.writeBooleanField("last", ending != null);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text.append('\n').toString();
  }

  /** Writes units and definitions of all measures. */
  void definitions(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("units");
    for (TrainingMeasure measure : TrainingMeasure.values()) {
      json.writeStringField(measure.key(), unit(measure));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("definitions");
    for (TrainingMeasure measure : TrainingMeasure.values()) {
      json.writeStringField(measure.key(), measure.definition());
    }
    json.writeStringField("alarms", "what went wrong: collapsed, discriminator won, diverged");
    json.writeStringField("best", "whether no score before was as high; its generator is kept");
    json.writeStringField(
        "ending", "why training is over: epochs, rule, patience, diverged; null: it is not");
    json.writeEndObject();
  }

  /** Writes what was measured, as fields. */
  void figures(JsonGenerator json, TrainingLine line) throws IOException {
    for (TrainingMeasure measure : TrainingMeasure.values()) {
      double value = value(line, measure);
      if (Double.isNaN(value)) {
        json.writeNullField(measure.key());
      } else if (measure.unit() == TrainingMeasure.Unit.COUNT) {
        json.writeNumberField(measure.key(), (long) value);
      } else {
        json.writeNumberField(measure.key(), value);
      }
    }
    json.writeArrayFieldStart("alarms");
    for (Alarm alarm : Alarm.values()) {
      if (line.alarms().contains(alarm)) {
        json.writeString(alarm.title());
      }
    }
    json.writeEndArray();
    json.writeBooleanField("best", line.best());
  }

  /** An ending in a word. */
  static String word(Ending ending) {
    return ending.name().toLowerCase(Locale.ROOT);
  }
}
