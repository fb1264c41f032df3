package io.lanewise.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.lanewise.container.Entries;
import io.lanewise.profile.Bins;
import io.lanewise.profile.Treatment;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the kinds and edges of columns from JSON.
 *
 * <p>{@code {"columns": {"age": {"kind": "numeric", "edges": [17, 30, 90]}, "zip": {"kind":
 * "categorical"}}}}. {@code columns} may also be an array of objects with a {@code name}, so that
 * the JSON of a score is itself a specification. An edge beyond 2<sup>53</sup> is written as a
 * string. Fields with other names are passed over.
 */
final class SpecFile {

  /** Longest file that is read: far more than the edges of thousands of columns. */
  private static final long LONGEST = 64L << 20;

  private static final int MOST_SHOWN = 40;

  private final JsonParser json;
  private final Map<String, SpecColumn> columns = new LinkedHashMap<>();

  private SpecFile(JsonParser json) {
    this.json = json;
  }

  /** What the file says of columns, by their names. */
  static Map<String, SpecColumn> read(Path path) {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNumberLength(Entries.LONGEST_DECIMAL).build())
            .build();
    try {
      if (Files.isRegularFile(path) && Files.size(path) > LONGEST) {
        throw new UsageException(
            path + ": " + Files.size(path) + " bytes, expected at most " + LONGEST);
      }
      try (InputStream in = Files.newInputStream(path);
          JsonParser json = factory.createParser(in)) {
        SpecFile spec = new SpecFile(json);
        try {
          spec.file();
        } catch (Problem e) {
          throw new UsageException(path + ": " + e.getMessage());
        }
        return spec.columns;
      }
    } catch (JsonProcessingException e) {
      throw new UsageException(
          path
              + ": not JSON: "
              // Behind the bracket is where the parser's source began, which is no help.
              + e.getOriginalMessage().replaceFirst(" \\(start marker .*", "")
              + " at line "
              + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()));
    } catch (NoSuchFileException e) {
      throw new UsageException(path + ": no such file");
    } catch (IOException e) {
      throw new UsageException(path + ": cannot be read: " + e.getMessage());
    }
  }

  private void file() throws IOException {
    json.nextToken();
    expect(JsonToken.START_OBJECT, "an object with the field \"columns\"");
    boolean found = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("columns")) {
        found = true;
        columns();
      } else {
        json.skipChildren();
      }
    }
    if (!found) {
      throw problem("$", "has no field \"columns\", expected one");
    }
    if (json.nextToken() != null) {
      throw problem("$", "has more text after the end of the object, expected none");
    }
  }

  private void columns() throws IOException {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        column(null);
      }
      return;
    }
    expect(JsonToken.START_OBJECT, "an object by column name, or an array of columns");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      column(name);
    }
  }

  private void column(@Nullable String key) throws IOException {
    String path = path();
    expect(JsonToken.START_OBJECT, "an object with the field \"kind\"");
    String name = key;
    String kind = null;
    List<BigDecimal> edges = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "name" -> {
          expect(JsonToken.VALUE_STRING, "a column's name");
          name = json.getText();
        }
        case "kind" -> {
          expect(JsonToken.VALUE_STRING, "\"numeric\" or \"categorical\"");
          kind = json.getText();
        }
        case "edges" -> edges = edges();
        default -> json.skipChildren();
      }
    }
    if (name == null) {
      throw problem(path, "has no field \"name\", expected one");
    }
    if (key != null && !key.equals(name)) {
      throw problem(path, "has the name \"" + name + "\", expected that of its field or none");
    }
    SpecColumn column = new SpecColumn(path, treatment(path, kind, edges));
    SpecColumn before = columns.put(name, column);
    if (before != null && !before.treatment().equals(column.treatment())) {
      throw problem(
          path,
          "differs from "
              + before.path()
              + " of the same name \""
              + name
              + "\"; expected one kind and one list of edges for a name");
    }
  }

  private static Treatment treatment(
      String path, @Nullable String kind, @Nullable List<BigDecimal> edges) {
    if (kind == null && edges == null) {
      throw problem(path, "has neither \"kind\" nor \"edges\", expected one of them");
    }
    if (kind != null && kind.equals("categorical")) {
      if (edges != null) {
        throw problem(path, "has \"edges\" and is categorical, expected \"numeric\" with edges");
      }
      return new Treatment.AsCategories();
    }
    if (kind != null && !kind.equals("numeric")) {
      throw problem(path + ".kind", "is \"" + kind + "\", expected \"numeric\" or \"categorical\"");
    }
    return edges == null ? new Treatment.AsNumbers() : new Treatment.WithEdges(edges);
  }

  private List<BigDecimal> edges() throws IOException {
    String path = path();
    expect(JsonToken.START_ARRAY, "an array of numbers");
    List<BigDecimal> edges = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      edges.add(edge());
      int last = edges.size() - 1;
      if (last > 0 && edges.get(last - 1).compareTo(edges.get(last)) > 0) {
        throw problem(path(), notAscending(edges, last));
      }
      if (last > 1 && edges.get(last - 2).compareTo(edges.get(last - 1)) == 0) {
        throw problem(path, notAscending(edges, last - 1));
      }
    }
    if (edges.size() < 2 || edges.size() > Bins.MOST_EDGES) {
      throw problem(path, "has " + edges.size() + " edges, expected 2 to " + Bins.MOST_EDGES);
    }
    return edges;
  }

  private static String notAscending(List<BigDecimal> edges, int index) {
    return "edge " + edges.get(index) + " after " + edges.get(index - 1) + ", expected ascending";
  }

  private BigDecimal edge() throws IOException {
    JsonToken token = json.currentToken();
    boolean isNumber = token != null && token.isNumeric();
    if (isNumber || token == JsonToken.VALUE_STRING) {
      try {
        return Entries.decimal(json.getText().strip());
      } catch (IllegalArgumentException e) {
        throw problem(
            path(),
            "is " + shown() + ", expected a number of at most " + Entries.MOST_DIGITS + " digits");
      }
    }
    throw problem(path(), "is " + shown() + ", expected a number");
  }

  private void expect(JsonToken token, String expected) throws IOException {
    if (json.currentToken() != token) {
      throw problem(path(), "is " + shown() + ", expected " + expected);
    }
  }

  private String shown() throws IOException {
    JsonToken token = json.currentToken();
    if (token == null) {
      return "empty";
    }
    if (token == JsonToken.START_OBJECT) {
      return "an object";
    }
    if (token == JsonToken.START_ARRAY) {
      return "an array";
    }
    String text = json.getText();
    String start = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
    return token == JsonToken.VALUE_STRING ? "\"" + start + "\"" : start;
  }

  /** Where the parser is: {@code $.columns[3].edges[1]}, or {@code $.columns["net pay"].kind}. */
  private String path() {
    StringBuilder path = new StringBuilder();
    for (var place = json.getParsingContext(); place != null; place = place.getParent()) {
      if (place.inArray() && place.hasCurrentIndex()) {
        path.insert(0, "[" + place.getCurrentIndex() + "]");
      } else if (place.inObject() && place.hasCurrentName()) {
        String name = place.getCurrentName();
        path.insert(0, name.matches("[A-Za-z_]\\w*") ? "." + name : "[\"" + name + "\"]");
      }
    }
    return "$" + path;
  }

  private static Problem problem(String path, String message) {
    return new Problem(path + ": " + message);
  }

  private static final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Problem(String message) {
      super(message);
    }
  }
}
