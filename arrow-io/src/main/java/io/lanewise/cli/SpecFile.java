package io.lanewise.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
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

  private final JsonParser json;
  private final Map<String, Treatment> treatments = new LinkedHashMap<>();

  private SpecFile(JsonParser json) {
    this.json = json;
  }

  /** The treatments of the columns that the file names. */
  static Map<String, Treatment> read(Path path) {
    JsonFactory factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
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
        return spec.treatments;
      }
    } catch (JsonProcessingException e) {
      throw new UsageException(
          path
              + ": not JSON: "
              + e.getOriginalMessage()
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
    expect(JsonToken.START_OBJECT, "an object with the field 'columns'");
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
      throw problem("$", "no field 'columns', expected one");
    }
    if (json.nextToken() != null) {
      throw problem("$", "more text after the end of the object");
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
    expect(JsonToken.START_OBJECT, "an object with the field 'kind'");
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
      throw problem(path, "no field 'name', expected one");
    }
    treatments.put(name, treatment(path, kind, edges));
  }

  private static Treatment treatment(
      String path, @Nullable String kind, @Nullable List<BigDecimal> edges) {
    if (kind == null && edges == null) {
      throw problem(path, "neither 'kind' nor 'edges', expected one of them");
    }
    if (kind != null && kind.equals("categorical")) {
      if (edges != null) {
        throw problem(path, "'edges' of a categorical column; only numeric ones have edges");
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
      String text = json.getText().strip();
      try {
        BigDecimal edge = new BigDecimal(text);
        // Exponents beyond any column's range would only cost memory.
        if (text.length() <= 1000 && Math.abs((long) edge.scale()) <= 1000) {
          return edge;
        }
      } catch (NumberFormatException e) {
        throw problem(path(), "is \"" + text + "\", expected a number");
      }
    }
    throw problem(path(), "is " + json.getText() + ", expected a number");
  }

  private void expect(JsonToken token, String expected) throws IOException {
    if (json.currentToken() != token) {
      throw problem(path(), "expected " + expected);
    }
  }

  private String path() {
    return "$" + json.getParsingContext().pathAsPointer(false).toString().replace('/', '.');
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
