package io.lanewise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A {@link KernelReport} as JSON, schema {@value #SCHEMA}. */
public final class KernelJson {

  /** Name and version of the JSON's form. */
  public static final String SCHEMA = "lanewise.kernels/1";

  private static final Map<String, String> DEFINITIONS = new LinkedHashMap<>();

  static {
    DEFINITIONS.put("kernels", "the kernels measured as vector: simd-BITS, or scalar without them");
    DEFINITIONS.put("vectorBits", "bits of a vector; 64 for scalar code");
    DEFINITIONS.put("unavailable", "why there are no vector kernels, and the fix; null: there are");
    DEFINITIONS.put("each", "what an operation is");
    DEFINITIONS.put("scalarNanos", "ns an operation of the scalar form, the best of some rounds");
    DEFINITIONS.put("vectorNanos", "the same of the vector form; null: there is none");
    DEFINITIONS.put("ratio", "scalarNanos / vectorNanos");
    DEFINITIONS.put("sameBits", "whether both forms return the same bits, all NaN counted equal");
    DEFINITIONS.put("compared", "numbers whose bits are compared, special values among them");
  }

  private KernelJson() {}

  /** The whole report, and a line feed. */
  public static String of(KernelReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = ReportJson.generator(text)) {
      json.setPrettyPrinter(new LinePrinter());
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      json.writeStringField("unit", "ns");
      ReportJson.definitions(json, DEFINITIONS);
      json.writeStringField("java", report.machine().java());
      json.writeStringField("vm", report.machine().vm());
      json.writeStringField("processor", report.machine().processor());
      json.writeNumberField("processors", report.machine().processors());
      json.writeStringField("kernels", report.kernels());
      json.writeNumberField("vectorBits", report.vectorBits());
      json.writeStringField("unavailable", report.unavailable());
      json.writeArrayFieldStart("rows");
      for (KernelReport.Row row : report.rows()) {
        row(json, row);
      }
      json.writeEndArray();
      json.writeStringField("version", report.version());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text + "\n";
  }

  private static void row(JsonGenerator json, KernelReport.Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("kernel", row.kernel());
    json.writeStringField("each", row.each());
    json.writeNumberField("scalarNanos", row.scalarNanos());
    KernelReport.Twin twin = row.vector();
    if (twin == null) {
      json.writeNullField("vectorNanos");
      json.writeNullField("ratio");
      json.writeNullField("sameBits");
    } else {
      json.writeNumberField("vectorNanos", twin.nanos());
      json.writeNumberField("ratio", row.ratio().orElseThrow());
      json.writeBooleanField("sameBits", twin.sameBits());
    }
    json.writeNumberField("compared", row.compared());
    json.writeEndObject();
  }
}
