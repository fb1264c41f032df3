package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.MemoryBudget;
import io.lanewise.arrow.TableTemplate;
import io.lanewise.arrow.TableWriter;
import io.lanewise.column.BatchReader;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that was written by its own template scores as the table itself. */
class CopiedTableTest {

  @TempDir private Path folder;

  private static void copy(Path from, Path to) {
    try (ArrowTable table = ArrowTable.open(List.of(from), new MemoryBudget(1L << 26));
        BatchReader reader = table.open()) {
      TableTemplate template = TableTemplate.of(table);
      new OutputFile(to)
          .write(
              out -> {
                TableWriter writer =
                    TableWriter.file(to.toString(), template, out, TableWriter.BATCH_ROWS);
                for (ColumnBatch next = reader.next(); next != null; next = reader.next()) {
                  try (ColumnBatch batch = next) {
                    writer.accept(batch);
                  }
                }
                writer.finish();
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "js-alltypes.real.arrow",
        "js-dict.real.arrows",
        "js-nulls-one-side.real.arrow",
        "polars-alltypes.zstd.real.arrow",
        "polars-alltypes.zstd.real.arrows",
        "polars-categorical.zstd.real.arrow"
      })
  void noDistanceIsLeft(String name) {
    Path original = Tables.interop("files/" + name);
    Path copy = folder.resolve("copy.arrow");
    copy(original, copy);
    Map<String, Object> json = Outcome.score(original, copy, "--format", "json").json();
    assertTrue(Json.columns(json).size() > 0);
    for (Map<String, Object> column : Json.columns(json).values()) {
      for (String measure : List.of("js", "klRealGenerated", "klGeneratedReal", "psi", "g")) {
        assertEquals(0, Json.number(column.get(measure)), column.get("name") + " " + measure);
      }
      assertEquals(column.get("type"), column.get("generatedType"));
    }
    Json.objects(json.get("pairs")).forEach(pair -> assertEquals(0, Json.number(pair.get("js"))));
  }

  /** A step of the disk that fails, or rows that do, leave what was there before. */
  @Test
  void whatFailsLeavesNothing() throws IOException {
    Path original = Tables.interop("files/js-alltypes.real.arrow");
    Path target = folder.resolve("copy.arrow");
    Files.writeString(target, "before");
    try (ArrowTable table = ArrowTable.open(List.of(original), new MemoryBudget(0))) {
      TableTemplate template = TableTemplate.of(table);
      var failing = new WholeFile(target, new FailingDisk(5, false));
      IOException full = null;
      try {
        failing.write(out -> TableWriter.file("x", template, out, TableWriter.BATCH_ROWS).finish());
      } catch (IOException e) {
        full = e;
      }
      assertEquals("No space left on device", full == null ? "" : full.getMessage());
      DataException refused = new DataException("row 3");
      try {
        new OutputFile(target)
            .write(
                out -> {
                  TableWriter.file("x", template, out, TableWriter.BATCH_ROWS);
                  throw refused;
                });
      } catch (DataException e) {
        assertEquals(refused, e);
      }
    }
    assertEquals("before", Files.readString(target));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(target), left.toList());
    }
  }
}
