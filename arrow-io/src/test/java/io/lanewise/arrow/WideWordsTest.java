package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lanewise.column.Column;
import io.lanewise.column.LongColumn;
import io.lanewise.column.WideColumn;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Wide integers come as longs where all of them fit, and else as they are. */
class WideWordsTest {

  private static final long TOP = Long.MIN_VALUE;

  private static Column column(int words, boolean signed, byte[] validity, long... data) {
    var wide = new WideWords(MemorySegment.ofArray(IpcBytes.le(data)), words, signed);
    int length = data.length / words;
    return wide.column(Place.of("x"), length, Validity.of(MemorySegment.ofArray(validity), length));
  }

  private static void narrow(long[] expected, int words, boolean signed, long... data) {
    var column = assertInstanceOf(LongColumn.class, column(words, signed, new byte[0], data));
    long[] values = new long[expected.length];
    assertEquals(0, column.read(0, values.length, values, new long[1]));
    assertArrayEquals(expected, values);
  }

  private static void wide(String expected, int words, boolean signed, long... data) {
    var column = assertInstanceOf(WideColumn.class, column(words, signed, new byte[0], data));
    BigInteger[] values = new BigInteger[data.length / words];
    assertEquals(0, column.read(0, values.length, values, new long[1]));
    assertEquals(new BigInteger(expected), values[values.length - 1]);
  }

  @Test
  void unsignedLongsFitBelowTheSignBit() {
    narrow(new long[] {0, 1, Long.MAX_VALUE}, 1, false, 0, 1, Long.MAX_VALUE);
    wide("9223372036854775808", 1, false, 0, TOP);
    wide("18446744073709551615", 1, false, 1, -1);
  }

  @Test
  void signedWordsFitWhereTheHigherOnesRepeatTheSign() {
    long[] ends = {0, 1, 2, -1, -2, TOP, Long.MAX_VALUE};
    long[] two = Arrays.stream(ends).flatMap(v -> Arrays.stream(new long[] {v, v >> 63})).toArray();
    narrow(ends, 2, true, two);
    narrow(new long[] {-5, 5}, 4, true, -5, -1, -1, -1, 5, 0, 0, 0);
    wide("18446744073709551614", 2, true, 1, 0, -2, 0);
    wide("18446744073709551616", 2, true, 0, 1);
    wide("-18446744073709551616", 2, true, 0, -1);
    // 2^191 alone in the word before the last, and the least of all in the last.
    wide(BigInteger.ONE.shiftLeft(191).toString(), 4, true, 0, 0, TOP, 0);
    wide(BigInteger.ONE.shiftLeft(255).negate().toString(), 4, true, 0, 0, 0, TOP);
  }

  @Test
  void everyBlockIsLookedThroughAndNullsAreNot() {
    long[] data = new long[Column.BLOCK + 1];
    Arrays.fill(data, 7);
    assertInstanceOf(LongColumn.class, column(1, false, new byte[0], data));
    data[Column.BLOCK] = TOP;
    assertInstanceOf(WideColumn.class, column(1, false, new byte[0], data));
    byte[] validity = new byte[Column.BLOCK / 8 + 1];
    Arrays.fill(validity, (byte) -1);
    validity[Column.BLOCK / 8] = 0;
    assertInstanceOf(LongColumn.class, column(1, false, validity, data));
  }

  @Test
  void whatTheBlockBeforeLeftIsNotAskedAgain() {
    long[] large = new long[Column.BLOCK];
    Arrays.fill(large, TOP);
    assertInstanceOf(WideColumn.class, column(1, false, new byte[0], large));
    assertInstanceOf(LongColumn.class, column(1, false, new byte[0], 7));
  }
}
