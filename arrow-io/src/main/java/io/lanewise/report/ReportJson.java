package io.lanewise.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lanewise.evaluate.NotScored;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What several reports have in common, as JSON. */
final class ReportJson {

  private ReportJson() {}

  /** Writes JSON that a terminal may be shown, and leaves {@code out} open. */
  static JsonGenerator generator(Writer out) throws IOException {
    return new JsonFactory().createGenerator(new PlainWriter(out));
  }

  /** What each key means. */
  static void definitions(JsonGenerator json, Map<String, String> definitions) throws IOException {
    json.writeObjectFieldStart("definitions");
    for (Map.Entry<String, String> definition : definitions.entrySet()) {
      json.writeStringField(definition.getKey(), definition.getValue());
    }
    json.writeEndObject();
  }

  /** A table: where it is from, and how many rows it has. */
  static void side(JsonGenerator json, String name, String source, long rows) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("source", source);
    json.writeNumberField("rows", rows);
    json.writeEndObject();
  }

  /** Columns that were left out, and why. */
  static void leftOut(JsonGenerator json, String name, List<NotScored> columns) throws IOException {
    json.writeArrayFieldStart(name);
    for (NotScored column : columns) {
      json.writeStartObject();
      json.writeStringField("name", column.name());
      json.writeStringField("side", column.side().name().toLowerCase(Locale.ROOT));
      json.writeStringField("type", column.type());
      json.writeStringField("reason", column.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Names or sentences. */
  static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
