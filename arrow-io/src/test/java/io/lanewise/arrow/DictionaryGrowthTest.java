package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.Column;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Parts of any length and with nulls anywhere come out one behind the other. */
class DictionaryGrowthTest {

  private static final Place PLACE = Place.of("x");

  /** Shorter than a byte of bits, longer than a block, and none at all. */
  private static final int[] LENGTHS = {3, Column.BLOCK + 2, 0, 1, 2 * Column.BLOCK};

  /** Of parts 0, 2, 4 and so on, every third row is null. */
  private static boolean isNull(int part, int row) {
    return part % 2 == 0 && row % 3 == 1;
  }

  private static Validity validity(int part, int length) {
    byte[] bits = new byte[(length + 7) / 8];
    for (int row = 0; row < length; row++) {
      if (!isNull(part, row)) {
        bits[row / 8] |= (byte) (1 << row % 8);
      }
    }
    return part % 2 == 0 ? Validity.of(MemorySegment.ofArray(bits), length) : Validity.ALL;
  }

  /** What a row of a part holds, as a number. */
  private static long number(int part, int row) {
    return (row - 1_000L) * (part + 1);
  }

  private static long[] numbers(int part, int length) {
    long[] numbers = new long[length];
    for (int row = 0; row < length; row++) {
      numbers[row] = number(part, row);
    }
    return numbers;
  }

  private static void grows(Storage storage, BiFunction<Integer, Integer, Column> part) {
    var budget = new MemoryBudget(1 << 24);
    var lease = new Lease(budget);
    var growth = new DictionaryGrowth(PLACE, storage, lease);
    List<String> expected = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    for (int p = 0; p < LENGTHS.length; p++) {
      assertEquals(p, growth.parts());
      growth.append(part.apply(p, LENGTHS[p]));
      for (int row = 0; row < LENGTHS[p]; row++) {
        expected.add(isNull(p, row) ? "<null>" : shown(storage, number(p, row)));
      }
      columns.add(growth.values(p + 1));
      lengths.add(expected.size());
    }
    for (int p = 0; p < LENGTHS.length; p++) {
      List<String> first = expected.subList(0, lengths.get(p));
      assertEquals(first, TableText.of(columns.get(p), false), "as it was handed out");
      assertEquals(first, TableText.of(growth.values(p + 1), false));
    }
    assertTrue(budget.heldBytes() > 0);
    lease.close();
    assertEquals(0, budget.heldBytes());
  }

  private static String shown(Storage storage, long number) {
    return storage instanceof Storage.Floats
        ? Double.toString((double) number)
        : Long.toString(number);
  }

  @Test
  void floatsGrow() {
    grows(
        new Storage.Floats(FloatWidth.DOUBLE),
        (p, length) -> {
          double[] values = new double[length];
          for (int row = 0; row < length; row++) {
            values[row] = number(p, row);
          }
          return new FloatingColumn(
              PLACE,
              length,
              validity(p, length),
              FloatWidth.DOUBLE,
              MemorySegment.ofArray(IpcBytes.le(values)));
        });
  }

  @Test
  void integersGrow() {
    grows(
        new Storage.Integers(IntegerWidth.INT64),
        (p, length) ->
            new IntegerColumn(
                PLACE,
                length,
                validity(p, length),
                IntegerWidth.INT64,
                MemorySegment.ofArray(IpcBytes.le(numbers(p, length)))));
  }

  @Test
  void decimalsGrow() {
    for (int words : new int[] {2, 4}) {
      grows(
          new Storage.Decimals(words),
          (p, length) -> {
            long[] data = new long[length * words];
            for (int row = 0; row < length; row++) {
              for (int w = 0; w < words; w++) {
                data[row * words + w] = w == 0 ? number(p, row) : number(p, row) >> 63;
              }
            }
            var wide = new WideWords(MemorySegment.ofArray(IpcBytes.le(data)), words, true);
            // Of one part the reader did not find out that longs would do.
            return p == 1
                ? new WideIntegerColumn(PLACE, length, validity(p, length), wide)
                : wide.column(PLACE, length, validity(p, length));
          });
    }
  }

  @Test
  void textGrows() {
    grows(
        new Storage.Offsets(false),
        (p, length) -> {
          int[] offsets = new int[length + 1];
          var text = new StringBuilder();
          for (int row = 0; row < length; row++) {
            text.append(number(p, row));
            offsets[row + 1] = text.length();
          }
          return new SpanColumn(
              PLACE,
              length,
              validity(p, length),
              new Spans.Offsets32(MemorySegment.ofArray(IpcBytes.le(offsets))),
              MemorySegment.ofArray(IpcBytes.utf8(text.toString())));
        });
  }

  @Test
  void moreValuesThanAnIndexReachesAreRefused() {
    var storage = new Storage.Integers(IntegerWidth.INT64);
    var growth = new DictionaryGrowth(PLACE, storage, new Lease(new MemoryBudget(1 << 20)));
    growth.append(integers(5));
    int more = Integer.MAX_VALUE - 4;
    // The values that it says to have are not asked for.
    var e = assertThrows(MalformedException.class, () -> growth.append(integers(more)));
    assertEquals(
        "grows from 5 values by " + more + ", at most 2147483647 are read", e.getMessage());
    assertEquals(1, growth.parts());
  }

  private static Column integers(int length) {
    MemorySegment five = MemorySegment.ofArray(new byte[40]);
    return new IntegerColumn(PLACE, length, Validity.ALL, IntegerWidth.INT64, five);
  }
}
