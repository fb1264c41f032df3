package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.column.MemoryColumn;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finite values are handed on as keys, one by one, whatever form they are stored in. */
class NumberReaderTest {

  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  /** Keys as longs, and what no long holds as it is. */
  private static List<Object> read(MemoryColumn column, int from, int to) {
    List<Object> taken = new ArrayList<>();
    new NumberReader(new BlockScratch())
        .read(
            column.rows(0, column.length()),
            from,
            to,
            new NumberReader.Sink() {
              @Override
              public void accept(long key) {
                taken.add(key);
              }

              @Override
              public void accept(BigInteger stored) {
                taken.add(stored);
              }
            });
    return taken;
  }

  @Test
  void dictionariesAreReadByTheirValues() {
    MemoryColumn values = MemoryColumn.longs("x", 10L, null, 30L, 40L);
    List<Integer> indices = Arrays.asList(3, 0, null, 2, 1, 0, 3);
    MemoryColumn column = values.asDictionary("x", Types.INT64, indices);
    assertEquals(List.of(40L, 10L, 30L, 10L, 40L), read(column, 0, 7));
    assertEquals(List.of(10L, 30L, 10L), read(column, 1, 6));
    MemoryColumn full = values.asDictionary("x", Types.INT64, List.of(0, 2, 3));
    assertEquals(List.of(10L, 30L, 40L), read(full, 0, 3));
    MemoryColumn empty =
        MemoryColumn.longs("x", Types.INT64, List.of())
            .asDictionary("x", Types.INT64, Arrays.asList(null, null));
    assertEquals(List.of(), read(empty, 0, 2));
  }

  @Test
  void longsEndWhereLongsEnd() {
    List<BigInteger> wides =
        Arrays.asList(MIN, MIN.subtract(BigInteger.ONE), null, MAX, MAX.add(BigInteger.ONE));
    assertEquals(
        List.of(
            Long.MIN_VALUE, MIN.subtract(BigInteger.ONE), Long.MAX_VALUE, MAX.add(BigInteger.ONE)),
        read(MemoryColumn.wides("x", Types.UINT64, wides), 0, 5));
  }

  @Test
  void keysAscendWithTheDoubles() {
    double[] ascending = {-Double.MAX_VALUE, -1, -Double.MIN_VALUE, 0, Double.MIN_VALUE, 1e300};
    for (int i = 0; i < ascending.length; i++) {
      long key = NumberReader.keyOf(ascending[i]);
      assertEquals(ascending[i], NumberReader.doubleOf(key));
      assertEquals(-1, i == 0 ? -1 : Long.compare(NumberReader.keyOf(ascending[i - 1]), key));
    }
    assertEquals(NumberReader.keyOf(0.0), NumberReader.keyOf(-0.0));
    MemoryColumn column =
        MemoryColumn.doubles("x", 1.0, Double.NaN, null, Double.NEGATIVE_INFINITY, 2.0);
    assertEquals(List.of(NumberReader.keyOf(1), NumberReader.keyOf(2)), read(column, 0, 5));
    assertEquals(List.of(NumberReader.keyOf(2)), read(column, 1, 5));
  }

  @Test
  void whatHasNoPlaceOnALineIsRefused() {
    MemoryColumn texts = MemoryColumn.texts("x", rows(2, row -> "v"));
    assertThrows(IllegalArgumentException.class, () -> read(texts, 0, 2));
  }
}
