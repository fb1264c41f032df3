package io.lanewise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lanewise.profile.Bins;
import io.lanewise.profile.ColumnPair;
import io.lanewise.profile.PairSpace;
import io.lanewise.profile.ProfileFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A profile as JSON, schema {@value #SCHEMA}. Its columns are a specification, too. */
public final class ProfileJson {

  /** Name and version of the JSON's form. */
  public static final String SCHEMA = "lanewise.inspect/1";

  private static final Map<String, String> DEFINITIONS = new LinkedHashMap<>();

  static {
    DEFINITIONS.put("bytes", "size of the profile");
    DEFINITIONS.put("rows", "rows counted");
    DEFINITIONS.put("occurrence", "which of the columns of this name it is, from 0");
    DEFINITIONS.put("identifier", "whether it looks like one, and is left out of fidelity");
    DEFINITIONS.put("folded", "whether values that are not listed are counted in hash buckets");
    DEFINITIONS.put("nulls", "rows without a value");
    DEFINITIONS.put("edges", "inner edges of bins [e_i, e_i+1), the last one closed");
    DEFINITIONS.put("count", "rows with the symbol; 0 for one that the reference alone lists");
    DEFINITIONS.put("symbolsX", "symbols in which x is counted together with y");
    DEFINITIONS.put("symbolsY", "symbols in which y is counted together with x");
  }

  private ProfileJson() {}

  /** The whole of it, and a line feed. */
  public static String of(ProfileContents contents, String version) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = ReportJson.generator(text)) {
      json.setPrettyPrinter(new LinePrinter());
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      ReportJson.definitions(json, DEFINITIONS);
      json.writeStringField("source", contents.source());
      json.writeStringField("format", ProfileFormat.NAME);
      json.writeNumberField("bytes", contents.bytes());
      json.writeNumberField("rows", contents.profile().rows());
      json.writeArrayFieldStart("columns");
      List<CountedColumn> columns = contents.columns();
      for (int i = 0; i < columns.size(); i++) {
        column(json, i, columns.get(i));
      }
      json.writeEndArray();
      pairs(json, columns, contents.profile().reference().pairs());
      json.writeStringField("version", version);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text + "\n";
  }

  private static void column(JsonGenerator json, int index, CountedColumn column)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("index", index);
    json.writeStringField("name", column.column().name());
    json.writeNumberField("occurrence", column.column().occurrence());
    json.writeStringField("type", column.column().type().name());
    boolean binned = column.column().binning() instanceof Bins;
    json.writeStringField("kind", binned ? "numeric" : "categorical");
    json.writeBooleanField("identifier", column.column().identifier());
    json.writeBooleanField("folded", column.isFolded());
    json.writeNumberField("nulls", column.counts().nulls());
    if (column.column().binning() instanceof Bins bins) {
      JsonReport.edges(json, bins.edges(), column.column().type());
    }
    json.writeArrayFieldStart("counts");
    for (CountedColumn.Entry entry : column.entries()) {
      json.writeStartObject();
      json.writeStringField("symbol", entry.label());
      json.writeNumberField("count", entry.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void pairs(JsonGenerator json, List<CountedColumn> columns, PairSpace space)
      throws IOException {
    json.writeArrayFieldStart("pairs");
    for (ColumnPair pair : space.pairs()) {
      json.writeStartObject();
      json.writeStringField("x", columns.get(pair.x()).column().name());
      json.writeStringField("y", columns.get(pair.y()).column().name());
      json.writeNumberField("symbolsX", space.x(pair).symbolCount());
      json.writeNumberField("symbolsY", space.y(pair).symbolCount());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
