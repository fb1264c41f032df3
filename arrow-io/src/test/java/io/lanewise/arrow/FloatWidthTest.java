package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers are rounded to the nearest of a width, once. */
class FloatWidthTest {

  /** Every number of half precision, by the formula of the format: sign, exponent, fraction. */
  private static double half(int bits) {
    double sign = bits >>> 15 == 0 ? 1 : -1;
    int exponent = bits >>> 10 & 31;
    int fraction = bits & 1023;
    if (exponent == 31) {
      return fraction == 0 ? sign / 0.0 : Double.NaN;
    }
    return exponent == 0
        ? sign * fraction * 0x1p-24
        : sign * (1024 + fraction) * Math.scalb(1.0, exponent - 25);
  }

  @Test
  void everyHalfIsItself() {
    MemorySegment data = MemorySegment.ofArray(new byte[2]);
    double[] read = new double[1];
    for (int bits = 0; bits < 1 << 16; bits++) {
      double value = half(bits);
      assertEquals(value, FloatWidth.HALF.round(value));
      FloatWidth.HALF.store(data, 0, value);
      FloatWidth.HALF.widen(data, 0, 1, read);
      assertEquals(value, read[0]);
    }
  }

  @Test
  void betweenTwoHalvesTheNearerIsTaken() {
    // Below 0x7BFF, the last finite one; above it lies what is rounded to infinity.
    for (int bits = 0; bits < 0x7BFF; bits++) {
      double below = half(bits);
      double above = half(bits + 1);
      double middle = (below + above) / 2;
      double even = (bits & 1) == 0 ? below : above;
      for (double sign : new double[] {1, -1}) {
        assertEquals(sign * even, FloatWidth.HALF.round(sign * middle));
        assertEquals(sign * below, FloatWidth.HALF.round(sign * Math.nextDown(middle)));
        assertEquals(sign * above, FloatWidth.HALF.round(sign * Math.nextUp(middle)));
      }
    }
    assertEquals(65504, FloatWidth.HALF.round(Math.nextDown(65520)));
    assertEquals(Double.POSITIVE_INFINITY, FloatWidth.HALF.round(65520));
  }

  @Test
  void eachWidthReadsFromAnyPlaceAndNoFurther() {
    var random = new Random(1);
    for (FloatWidth width : FloatWidth.values()) {
      MemorySegment data = MemorySegment.ofArray(new byte[9 * width.bytes()]);
      double[] stored = new double[9];
      for (int i = 0; i < 9; i++) {
        stored[i] = random.nextInt(2048);
        width.store(data, (long) i * width.bytes(), stored[i]);
      }
      double[] read = {0, 0, 0, -7};
      width.widen(data, 5, 3, read);
      for (int i = 0; i < 3; i++) {
        assertEquals(stored[5 + i], read[i], width::name);
      }
      assertEquals(-7, read[3]);
    }
  }
}
