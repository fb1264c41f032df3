package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.BatchReader;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.column.LongColumn;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of several files, of folders, and of what is no file. */
class ArrowTableTest {

  private static final byte[] NONE = new byte[0];

  @TempDir private Path folder;

  private static MemoryBudget budget() {
    return new MemoryBudget(1 << 24);
  }

  private static byte[] numbers(String name, int... values) {
    return IpcBytes.stream()
        .schema(FieldSpec.integer(name, 32, true))
        .batch(BatchSpec.rows(values.length).column(NONE, IpcBytes.le(values)))
        .end()
        .bytes();
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static String refusal(Path... paths) {
    return assertThrows(DataException.class, () -> ArrowTable.open(List.of(paths), budget()))
        .getMessage();
  }

  @Test
  void severalFilesAreOneTable() throws IOException {
    Path a = write("a.arrows", numbers("x", 1, 2));
    Path b = write("b.data", numbers("x", 3));
    try (var table = ArrowTable.open(List.of(a, b, a), budget())) {
      assertEquals(5, table.rowCount());
      assertEquals(a + " and 2 more", table.source());
      assertEquals(List.of("1", "2", "3", "1", "2"), TableText.of(table).getFirst());
      assertEquals(List.of("1", "2", "3", "1", "2"), TableText.of(table).getFirst());
      List<Long> firstRows = new ArrayList<>();
      try (BatchReader reader = table.open()) {
        for (ColumnBatch next = reader.next(); next != null; next = reader.next()) {
          try (ColumnBatch batch = next) {
            firstRows.add(batch.firstRow());
          }
        }
        assertNull(reader.next());
      }
      assertEquals(List.of(0L, 2L, 3L), firstRows);
    }
  }

  @Test
  void filesOfOtherColumnsAreRefused() throws IOException {
    Path a = write("a.arrows", numbers("x", 1, 2));
    Path b = write("b.arrows", numbers("y", 3));
    assertEquals(
        b + ": column 0 of this file is \"y\" of type int32, and of " + a + " \"x\" of type int32",
        refusal(a, b));
    Path c = write("c.arrows", IpcBytes.stream().schema().end().bytes());
    assertEquals(c + ": this file has 0 columns, and " + a + " has 1", refusal(a, c));
  }

  @Test
  void folderStandsForItsArrowFilesByName() throws IOException {
    assertEquals(
        folder + ": a folder without files that end in .arrow, .arrows, .feather, .ipc",
        refusal(folder));
    write("2.arrow", numbers("x", 2));
    write("1.FEATHER", numbers("x", 1));
    write("3.csv", NONE);
    Files.createDirectory(folder.resolve("4.arrow"));
    try (var table = ArrowTable.open(List.of(folder), budget())) {
      assertEquals(folder.toString(), table.source());
      assertEquals(List.of("1", "2"), TableText.of(table).getFirst());
    }
  }

  @Test
  void missingFilesAreNamed() {
    Path missing = folder.resolve("missing.arrow");
    assertEquals(missing + ": no such file", refusal(missing));
    assertEquals(
        "x.arrow: permission denied",
        Place.of("x.arrow").failure(new AccessDeniedException("x.arrow")).getMessage());
  }

  @Test
  void noPathsAreTheCallersFault() {
    assertThrows(IllegalArgumentException.class, () -> ArrowTable.open(List.of(), budget()));
  }

  @Test
  void readersHoldTheCallerToTheirContract() throws IOException {
    Path a = write("a.arrows", numbers("x", 1, 2));
    var table = ArrowTable.open(List.of(a), budget());
    BatchReader reader = table.open();
    ColumnBatch batch = Objects.requireNonNull(reader.next());
    var column = (LongColumn) batch.column(0);
    long[] one = new long[1];
    assertThrows(IndexOutOfBoundsException.class, () -> batch.column(1));
    assertThrows(IndexOutOfBoundsException.class, () -> column.read(1, 3, new long[2], one));
    assertThrows(IllegalArgumentException.class, () -> column.read(0, 2, one, one));
    assertThrows(IllegalArgumentException.class, () -> column.read(0, 2, new long[2], new long[0]));
    reader.close();
    assertThrows(IllegalStateException.class, reader::next);
    assertEquals(0, column.read(0, 1, one, one), "open batches outlive the reader");
    batch.close();
    table.close();
    assertThrows(IllegalStateException.class, () -> column.read(0, 1, one, one));
  }

  @Test
  void fileThatIsCutUnderTheReaderIsRefused() throws IOException {
    int[] values = new int[1 << 16];
    Path a = write("a.arrows", numbers("x", values));
    try (var table = ArrowTable.open(List.of(a), budget())) {
      try (var file = new RandomAccessFile(a.toFile(), "rw")) {
        file.setLength(4096);
      }
      var e = assertThrows(DataException.class, () -> TableText.of(table));
      assertTrue(e.getMessage().endsWith("was cut or changed while it was read"), e.getMessage());
    }
  }

  @Test
  void filesBeyondTwoGigabytesAreRead() throws IOException {
    int rows = 150_000_000;
    long body = 8L * rows;
    Path big = folder.resolve("big.arrows");
    try (var file = new RandomAccessFile(big.toFile(), "rw")) {
      file.write(IpcBytes.stream().schema(FieldSpec.integer("x", 64, true)).bytes());
      for (int batch = 1; batch <= 2; batch++) {
        BatchSpec spec = BatchSpec.rows(rows).column(NONE).buffer(0, body);
        file.write(IpcBytes.stream().head(spec, body).bytes());
        // The rest of the body is a hole, which takes no room on the disk.
        file.seek(file.getFilePointer() + body - 8);
        file.write(IpcBytes.le((long) batch));
      }
      file.write(IpcBytes.stream().end().bytes());
    }
    assertTrue(Files.size(big) > Integer.MAX_VALUE);
    try (var table = ArrowTable.open(List.of(big), budget());
        BatchReader reader = table.open()) {
      assertEquals(2L * rows, table.rowCount());
      long[] last = new long[1];
      for (int expected = 1; expected <= 2; expected++) {
        try (ColumnBatch batch = Objects.requireNonNull(reader.next())) {
          var column = (LongColumn) batch.column(0);
          assertEquals(0, column.read(rows - 1, rows, last, new long[1]));
          assertEquals(expected, last[0]);
        }
      }
    }
  }

  @Test
  void columnsAreDecodedOnceForAllThreads() throws Exception {
    Path path = InteropTest.path("files/polars-alltypes.zstd.real.arrow");
    List<List<String>> expected = TableText.of(path);
    try (var table = ArrowTable.open(List.of(path), budget());
        var threads = Executors.newFixedThreadPool(8);
        BatchReader reader = table.open();
        ColumnBatch batch = Objects.requireNonNull(reader.next())) {
      for (int c = 0; c < expected.size(); c++) {
        int index = c;
        Callable<Column> read =
            () -> {
              Column column = batch.column(index);
              assertEquals(expected.get(index), TableText.of(column, false));
              return column;
            };
        List<Future<Column>> columns = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
          columns.add(threads.submit(read));
        }
        Column first = columns.getFirst().get();
        assertNotNull(first);
        for (Future<Column> column : columns) {
          assertSame(first, column.get());
        }
      }
    }
  }
}
