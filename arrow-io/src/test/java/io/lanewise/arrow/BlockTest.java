package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.column.BatchReader;
import io.lanewise.column.BytesBlock;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DictionaryColumn;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a block holds beside a null, and where it is cut short. */
class BlockTest {

  private static final byte[] NONE = new byte[0];

  private static void withColumn(IpcBytes stream, Consumer<Column> check) {
    var in = new ByteArrayInputStream(stream.end().bytes());
    try (var table = ArrowTable.spool("x", in, new MemoryBudget(0));
        BatchReader reader = table.open();
        ColumnBatch batch = Objects.requireNonNull(reader.next())) {
      check.accept(batch.column(0));
    }
  }

  private static void withBytes(FieldSpec field, BatchSpec batch, Consumer<BytesColumn> check) {
    withColumn(
        IpcBytes.stream().schema(field).batch(batch), column -> check.accept((BytesColumn) column));
  }

  @Test
  void indexBesideANullIsZero() {
    int rows = 133;
    byte[] indices = new byte[rows];
    Arrays.fill(indices, (byte) 1);
    byte[] validity = new byte[17];
    validity[16] = 0b10010;
    IpcBytes stream =
        IpcBytes.stream()
            .schema(FieldSpec.utf8("x").dictionary(0, 8, true))
            .dictionary(
                0, false, BatchSpec.rows(2).column(NONE, IpcBytes.le(0, 1, 2), IpcBytes.utf8("ab")))
            .batch(BatchSpec.rows(rows).column(validity, indices));
    withColumn(
        stream,
        column -> {
          int[] block = new int[rows];
          long[] words = new long[3];
          assertEquals(rows - 2, ((DictionaryColumn) column).read(0, rows, block, words));
          int[] expected = new int[rows];
          expected[129] = 1;
          expected[132] = 1;
          assertArrayEquals(expected, block);
          assertArrayEquals(new long[] {0, 0, 0b10010}, words);
        });
  }

  @Test
  void stringBesideANullIsEmpty() {
    var block = new BytesBlock();
    withBytes(
        FieldSpec.utf8("x"),
        BatchSpec.rows(3).column(IpcBytes.bits(5), IpcBytes.le(0, 1, 3, 4), IpcBytes.utf8("abcd")),
        column -> {
          assertEquals(3, column.read(0, 3, block));
          assertArrayEquals(new int[] {1, 1, 2}, Arrays.copyOf(block.ends(), 3));
          assertArrayEquals(IpcBytes.utf8("ad"), Arrays.copyOf(block.bytes(), 2));
          assertEquals(1, block.nulls());
        });
    withBytes(
        FieldSpec.utf8View("x"),
        BatchSpec.rows(2).views(IpcBytes.bits(2), IpcBytes.le(3, 'x', 0, 0, 1, 'y', 0, 0)),
        column -> {
          assertEquals(2, column.read(0, 2, block));
          assertArrayEquals(new int[] {0, 1}, Arrays.copyOf(block.ends(), 2));
          assertEquals('y', block.bytes()[0]);
        });
  }

  @Test
  void longStringsCutTheBlockShort() {
    int half = BytesBlock.CAPACITY / 2;
    byte[] text = new byte[4 * half + 1];
    new Random(3).nextBytes(text);
    // Half a block, half a block, a null, then more than fits, then one that needs more room.
    int[] offsets = {0, half, 2 * half, 2 * half, 2 * half, 4 * half + 1};
    withBytes(
        FieldSpec.utf8("x"),
        BatchSpec.rows(5).column(IpcBytes.bits(0b10011), IpcBytes.le(offsets), text),
        column -> cut(column, half, text));
    int[] views = {
      half,
      0,
      0,
      0, //
      half,
      0,
      0,
      half, //
      9,
      0,
      0,
      0, //
      9,
      0,
      0,
      0, //
      2 * half + 1,
      0,
      0,
      2 * half
    };
    withBytes(
        FieldSpec.utf8View("x"),
        BatchSpec.rows(5).views(IpcBytes.bits(0b10011), IpcBytes.le(views), text),
        column -> cut(column, half, text));
  }

  private static void cut(BytesColumn column, int half, byte[] text) {
    var block = new BytesBlock();
    assertEquals(4, column.read(0, 5, block));
    assertEquals(2, block.nulls());
    assertEquals(0b0011, block.validity()[0] & 0b1111);
    assertArrayEquals(
        new int[] {half, 2 * half, 2 * half, 2 * half}, Arrays.copyOf(block.ends(), 4));
    assertArrayEquals(Arrays.copyOf(text, 2 * half), Arrays.copyOf(block.bytes(), 2 * half));
    assertEquals(2, column.read(0, 2, block));
    assertEquals(0, block.nulls());
    assertEquals(1, column.read(4, 5, block));
    assertEquals(2 * half + 1, block.ends()[0]);
    assertArrayEquals(
        Arrays.copyOfRange(text, 2 * half, text.length),
        Arrays.copyOf(block.bytes(), 2 * half + 1));
  }

  @Test
  void nullsAfterTheCutAreNotCounted() {
    int most = BytesBlock.CAPACITY;
    byte[] text = new byte[most + 1];
    // The first row fills the block, the second is cut off, and the third is null.
    byte[] offsets = IpcBytes.le(0, most, most + 1, most + 1);
    byte[] views = IpcBytes.le(most, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
    byte[] validity = IpcBytes.bits(0b011);
    Consumer<BytesColumn> check =
        column -> {
          var block = new BytesBlock();
          assertEquals(1, column.read(0, 3, block));
          assertEquals(0, block.nulls());
        };
    withBytes(FieldSpec.utf8("x"), BatchSpec.rows(3).column(validity, offsets, text), check);
    withBytes(FieldSpec.utf8View("x"), BatchSpec.rows(3).views(validity, views, text), check);
  }

  @Test
  void shortViewsFillTheBlockToItsLastByte() {
    byte[] text = IpcBytes.utf8("abcdefghijkl");
    for (int size = 1; size <= 12; size++) {
      int length = size;
      // The first leaves room for no more than the second.
      int first = BytesBlock.CAPACITY - length;
      byte[] views = Arrays.copyOf(IpcBytes.le(first, 0, 0, 0, length), 32);
      Arrays.fill(views, 20, 32, (byte) -1);
      System.arraycopy(text, 0, views, 20, length);
      withBytes(
          FieldSpec.utf8View("x"),
          BatchSpec.rows(2).views(NONE, views, new byte[BytesBlock.CAPACITY]),
          column -> {
            var block = new BytesBlock();
            assertEquals(2, column.read(0, 2, block));
            assertEquals(BytesBlock.CAPACITY, block.ends()[1]);
            assertArrayEquals(
                Arrays.copyOf(text, length),
                Arrays.copyOfRange(block.bytes(), first, BytesBlock.CAPACITY));
          });
    }
  }
}
