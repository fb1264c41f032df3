package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.DataException;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.reliability.Measured;
import io.lanewise.reliability.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The golden files and the fuzzing finds of apache/arrow-testing, where they are at hand. */
class GoldenFilesTest {

  @Test
  void littleEndianFilesHoldWhatTheirJsonSays() throws IOException {
    int compared = 0;
    int values = 0;
    for (Path file : Shared.files("arrow-testing/golden")) {
      String name = file.getFileName().toString();
      if (name.endsWith(".json.gz") || file.toString().contains("bigendian")) {
        continue;
      }
      Path json = file.resolveSibling(name.substring(0, name.indexOf('.')) + ".json.gz");
      values += compare(file, json);
      compared++;
    }
    assertEquals(54, compared);
    Measured.keep(
        Promise.VALID_FILES,
        getClass(),
        "%d values of %d little-endian golden files equal those of their JSON"
            .formatted(values, compared));
  }

  @Test
  void bigEndianFilesAreRefused() throws IOException {
    int refused = 0;
    for (Path file : Shared.files("arrow-testing/golden/1.0.0-bigendian")) {
      if (!file.toString().endsWith(".json.gz")) {
        var e = assertThrows(DataException.class, () -> TableText.of(file));
        assertEquals(file + ": big-endian data is not read", e.getMessage());
        refused++;
      }
    }
    assertEquals(16, refused);
  }

  @Test
  void whatCrashedOthersIsReadOrRefused() throws IOException {
    List<Path> crashers = Shared.files("arrow-testing/crashers");
    assertEquals(66, crashers.size());
    for (Path crasher : crashers) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> Refusals.readOrRefuse(Files.readAllBytes(crasher)));
    }
  }

  /** Returns how many values were compared. */
  private static int compare(Path file, Path json) throws IOException {
    int values = 0;
    Map<String, Object> golden;
    try (var in = new GZIPInputStream(Files.newInputStream(json))) {
      golden = JsonTree.object(JsonTree.read(in));
    }
    try (var table = ArrowTable.open(List.of(file), new MemoryBudget(1L << 26))) {
      List<Object> fields = JsonTree.list(JsonTree.object(golden.get("schema")).get("fields"));
      assertEquals(fields.size(), table.schema().fields().size(), file::toString);
      List<List<String>> actual = TableText.of(table);
      for (int c = 0; c < fields.size(); c++) {
        Map<String, Object> field = JsonTree.object(fields.get(c));
        Field column = table.schema().fields().get(c);
        assertEquals(field.get("name"), column.name());
        if (column.type().family() != Family.NESTED) {
          int index = c;
          assertEquals(expected(golden, field, c), actual.get(c), () -> file + " column " + index);
          values += actual.get(c).size();
        }
      }
      assertEquals(actual, Refusals.readArriving(Files.readAllBytes(file)), file::toString);
      assertTrue(table.warnings().isEmpty());
    }
    return values;
  }

  private static List<String> expected(
      Map<String, Object> golden, Map<String, Object> field, int index) {
    Map<String, Object> type = JsonTree.object(field.get("type"));
    List<String> values = new ArrayList<>();
    for (Object batch : JsonTree.list(golden.get("batches"))) {
      Object column = JsonTree.list(JsonTree.object(batch).get("columns")).get(index);
      if (field.get("dictionary") == null) {
        values.addAll(values(JsonTree.object(column), type));
        continue;
      }
      Object id = JsonTree.object(field.get("dictionary")).get("id");
      List<String> dictionary = dictionaries(golden, type).get(id);
      for (String at : values(JsonTree.object(column), Map.of("name", "int"))) {
        values.add(at.equals(TableText.NULL) ? at : dictionary.get(Integer.parseInt(at)));
      }
    }
    return values;
  }

  private static Map<Object, List<String>> dictionaries(
      Map<String, Object> golden, Map<String, Object> type) {
    Map<Object, List<String>> all = new HashMap<>();
    for (Object each : JsonTree.list(golden.get("dictionaries"))) {
      Map<String, Object> dictionary = JsonTree.object(each);
      Object data = JsonTree.object(dictionary.get("data")).get("columns");
      Map<String, Object> column = JsonTree.object(JsonTree.list(data).getFirst());
      if (column.containsKey("DATA")) {
        all.put(dictionary.get("id"), values(column, type));
      }
    }
    return all;
  }

  private static List<String> values(Map<String, Object> column, Map<String, Object> type) {
    List<String> values = new ArrayList<>();
    boolean single = "SINGLE".equals(type.get("precision"));
    for (int i = 0; i < JsonTree.integer(column.get("count")); i++) {
      if (type.get("name").equals("null")
          || JsonTree.list(column.get("VALIDITY")).get(i).equals("0")) {
        values.add(TableText.NULL);
        continue;
      }
      String value = (String) JsonTree.list(column.get("DATA")).get(i);
      if (type.get("name").equals("floatingpoint")) {
        double number = Double.parseDouble(value);
        value = TableText.number(single ? (float) number : number);
      }
      values.add(value);
    }
    return values;
  }
}
