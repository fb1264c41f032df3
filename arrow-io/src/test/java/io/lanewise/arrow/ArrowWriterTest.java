package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back, and takes its name only when it is whole. */
class ArrowWriterTest {

  @TempDir private Path folder;

  private static BitSet nulls(int... rows) {
    var nulls = new BitSet();
    for (int row : rows) {
      nulls.set(row);
    }
    return nulls;
  }

  private static final List<OutputColumn> COLUMNS =
      List.of(
          new OutputColumn.Doubles("d", new double[] {1.5, 2.5, -0.1}, nulls(1)),
          new OutputColumn.Ints("i", new int[] {1, 2, Integer.MIN_VALUE}, nulls()),
          new OutputColumn.Longs("l", new long[] {Long.MAX_VALUE, 2, 3}, nulls(2)),
          new OutputColumn.Booleans("b", new boolean[] {true, false, true}, nulls(0)),
          new OutputColumn.Words("w", new int[] {1, 0, 1}, List.of("é", "b"), nulls()),
          new OutputColumn.Words("v", new int[] {0, 0, 0}, List.of("x"), nulls(0, 1, 2)),
          new OutputColumn.Dates("e", new int[] {-1, 0, 20_000}, nulls()),
          new OutputColumn.Instants("t", new long[] {0, -1, 1_700_000_000_000_000L}, nulls(0)));

  @Test
  void everyTypeIsReadBack() throws IOException {
    Path file = folder.resolve("table.arrow");
    Files.writeString(file, "what was there before");
    for (int batchRows = 1; batchRows <= 4; batchRows++) {
      ArrowWriter.write(file, COLUMNS, batchRows);
      try (var table = ArrowTable.open(List.of(file), new MemoryBudget(0))) {
        assertEquals(
            List.of(
                "float64",
                "int32",
                "int64",
                "bool",
                "dictionary<utf8>",
                "dictionary<utf8>",
                "date32",
                "timestamp[us, UTC]"),
            table.schema().fields().stream().map(field -> field.type().name()).toList());
        assertEquals(
            List.of(
                List.of("1.5", "<null>", "-0.1"),
                List.of("1", "2", "-2147483648"),
                List.of("9223372036854775807", "2", "<null>"),
                List.of("<null>", "false", "true"),
                List.of("b", "é", "b"),
                List.of("<null>", "<null>", "<null>"),
                List.of("-1", "0", "20000"),
                List.of("<null>", "-1", "1700000000000000")),
            TableText.of(table));
      }
    }
    assertEquals(List.of(file), files());
  }

  @Test
  void noRowsAndNoColumnsAreTablesToo() throws IOException {
    Path file = folder.resolve("table.arrow");
    ArrowWriter.write(file, List.of(), 10);
    assertEquals(List.of(), TableText.of(file));
    ArrowWriter.write(file, List.of(new OutputColumn.Ints("i", new int[0], nulls())), 10);
    assertEquals(List.of(List.of()), TableText.of(file));
  }

  @Test
  void nothingIsLeftOfAFileThatFails() throws IOException {
    Path occupied = folder.resolve("folder");
    Files.createDirectories(occupied.resolve("inside"));
    assertThrows(IOException.class, () -> ArrowWriter.write(occupied, COLUMNS, 2));
    var broken = new OutputColumn.Words("w", new int[3], Arrays.asList((String) null), nulls());
    assertThrows(
        NullPointerException.class,
        () -> ArrowWriter.write(folder.resolve("x"), List.of(COLUMNS.get(4), broken), 2));
    assertEquals(List.of(occupied), files());
  }

  @Test
  void columnsOfDifferentLengthAreRefused() {
    List<OutputColumn> columns =
        List.of(
            new OutputColumn.Ints("a", new int[1], nulls()),
            new OutputColumn.Ints("b", new int[2], nulls()));
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> ArrowWriter.write(folder.resolve("x"), columns, 2));
    assertEquals("column \"b\" has 2 rows, and \"a\" has 1", e.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> ArrowWriter.write(folder.resolve("x"), COLUMNS, 0));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }
}
