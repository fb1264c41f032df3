package io.lanewise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A report that is a list of numbers, each with its definition.
 *
 * @param figures the numbers in their order
 */
record Figures(List<Figure> figures) {

  /** A line each, below a heading. */
  String text(String heading) {
    StringBuilder text = new StringBuilder(heading).append("\n\n");
    int words = figures.stream().mapToInt(figure -> figure.words().length()).max().orElse(0);
    for (Figure figure : figures) {
      text.append(figure.words())
          .repeat(" ", words - figure.words().length())
          .append(
              String.format(
                  Locale.ROOT, " %9s   %s\n", measure(figure.value()), figure.definition()));
    }
    return text.toString();
  }

  private static String measure(double value) {
    return value < 0 ? Numbers.signed(value) : Numbers.measure(value);
  }

  /**
   * As JSON, and a line feed.
   *
   * @param words what is said of the source, texts and whole numbers
   */
  String json(String schema, InformationUnit unit, Map<String, Object> words, String version) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = ReportJson.generator(text)) {
      json.setPrettyPrinter(new LinePrinter());
      json.writeStartObject();
      json.writeStringField("schema", schema);
      json.writeStringField("unit", unit.label());
      json.writeObjectFieldStart("definitions");
      for (Figure figure : figures) {
        json.writeStringField(figure.jsonName(), figure.definition());
      }
      json.writeEndObject();
      for (Map.Entry<String, Object> word : words.entrySet()) {
        switch (word.getValue()) {
          case Long number -> json.writeNumberField(word.getKey(), number);
          case Object other -> json.writeStringField(word.getKey(), other.toString());
        }
      }
      for (Figure figure : figures) {
        number(json, figure.jsonName(), figure.value());
      }
      json.writeStringField("version", version);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text.append('\n').toString();
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
