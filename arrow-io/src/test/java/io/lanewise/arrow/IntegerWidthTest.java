package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each width holds what as many bits hold, and gives back what was stored. */
class IntegerWidthTest {

  private static BigInteger power(int exponent) {
    return BigInteger.ONE.shiftLeft(exponent);
  }

  private static BigInteger least(IntegerWidth width) {
    return width.signed() ? power(8 * width.bytes() - 1).negate() : BigInteger.ZERO;
  }

  private static BigInteger most(IntegerWidth width) {
    return power(8 * width.bytes() - (width.signed() ? 1 : 0)).subtract(BigInteger.ONE);
  }

  /** Zero, and all longs within two of a power of two or of its negative. */
  private static List<Long> edges() {
    List<Long> edges = new ArrayList<>();
    for (int exponent = 0; exponent <= 64; exponent++) {
      for (int off = -2; off <= 2; off++) {
        BigInteger edge = power(exponent).add(BigInteger.valueOf(off));
        for (BigInteger value : List.of(edge, edge.negate())) {
          if (value.bitLength() < Long.SIZE) {
            edges.add(value.longValueExact());
          }
        }
      }
    }
    return edges;
  }

  @ParameterizedTest
  @EnumSource
  void whatIsHeldComesBack(IntegerWidth width) {
    for (long value : edges()) {
      BigInteger exact = BigInteger.valueOf(value);
      boolean inside = exact.compareTo(least(width)) >= 0 && exact.compareTo(most(width)) <= 0;
      assertEquals(inside, width.holds(value), () -> width + " and " + value);
      if (inside) {
        byte[] bytes = new byte[3 * width.bytes()];
        MemorySegment data = MemorySegment.ofArray(bytes);
        width.store(data, width.bytes(), value);
        long[] three = {9, 9, 9, 9};
        width.widen(data, 0, 3, three);
        assertArrayEquals(new long[] {0, value, 0, 9}, three);
        long[] one = {9, 9};
        width.widen(data, 1, 1, one);
        assertArrayEquals(new long[] {value, 9}, one);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWidthIsNamedByItsBits(IntegerWidth width) {
    String name = (width.signed() ? "INT" : "UINT") + 8 * width.bytes();
    assertEquals(name, width.name());
    assertSame(width, IntegerWidth.of(8 * width.bytes(), width.signed()));
  }

  @Test
  void otherWidthsAreRefused() {
    for (int bits : new int[] {-8, 0, 7, 24, 65, 128}) {
      var e = assertThrows(MalformedException.class, () -> IntegerWidth.of(bits, true));
      assertEquals("an integer of " + bits + " bits is not read", e.getMessage());
    }
  }
}
