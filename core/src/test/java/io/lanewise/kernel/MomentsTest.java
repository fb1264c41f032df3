package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Moments of two parts merge into those of the whole; every number here is exact in binary. */
class MomentsTest {

  /** From the definition. */
  private static Moments of(double... values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return new Moments(values.length, mean, squares);
  }

  @Test
  void partsMergeIntoTheWhole() {
    Moments left = of(1, 3);
    Moments right = of(8, 8, 10, 12, 8, 14);
    Moments all = of(1, 3, 8, 8, 10, 12, 8, 14);
    assertEquals(all, left.merge(right));
    assertEquals(all, right.merge(left));
    assertEquals(8, all.mean());
  }

  @Test
  void noValuesChangeNothing() {
    Moments some = of(1, 3);
    assertSame(some, some.merge(Moments.NONE));
    assertSame(some, Moments.NONE.merge(some));
  }

  @Test
  void variancesAreThoseOfTheirDefinitions() {
    Moments moments = of(1, 3, 5, 7);
    assertEquals(5, moments.variance());
    assertEquals(20.0 / 3, moments.sampleVariance());
    assertEquals(Double.NaN, Moments.NONE.variance());
    assertEquals(Double.NaN, of(4).sampleVariance());
    assertEquals(0, of(4, 4).sampleVariance());
  }

  @Test
  void movingChangesTheMeanAlone() {
    assertEquals(of(11, 13, 15), of(1, 3, 5).moved(10));
  }

  @Test
  void negativeCountsAndSquaresAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Moments(-1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Moments(1, 0, -0.5));
    assertEquals(Double.NaN, new Moments(2, 0, Double.NaN).variance());
  }
}
