package io.lanewise.gan.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where spikes stand and where the number line is cut. */
class StretchesTest {

  private static final int ROWS = 10_000;
  private static final ColumnType FLOAT64 = ColumnType.of("float64", Family.FLOATING);

  private static double[] draw(long seed, int rows, ToDoubleFunction<Random> value) {
    Random random = new Random(seed);
    double[] values = new double[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = value.applyAsDouble(random);
    }
    return values;
  }

  private static double ring(Random random, double sd) {
    return Math.cos(Math.PI / 4 * random.nextInt(8)) + sd * random.nextGaussian();
  }

  private static double grid(Random random, double sd) {
    return 2 * random.nextInt(5) - 4 + sd * random.nextGaussian();
  }

  private static void assertStretches(int expected, double[] values, String what) {
    NumberCodec codec = CodecFits.doubles(values);
    assertEquals(expected, codec.stretches().count(), what);
    assertEquals(0, codec.spikes().size(), what);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void separatedModesAreStretches(long seed) {
    for (int rows : new int[] {2_000, ROWS, 100_000}) {
      String where = "seed " + seed + ", rows " + rows;
      assertStretches(5, draw(seed, rows, r -> ring(r, 0.01)), "ring, " + where);
      assertStretches(5, draw(seed, rows, r -> grid(r, 0.05)), "narrow grid, " + where);
      assertStretches(5, draw(seed, rows, r -> grid(r, Math.sqrt(0.05))), "wide grid, " + where);
      assertStretches(
          2, draw(seed, rows, r -> r.nextGaussian() + (r.nextInt(10) == 0 ? 8 : 0)), where);
    }
  }

  /** The cut is in the gap, so no row is on the wrong side of it. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void cutsAreBetweenTheModes(long seed) {
    double[] values = draw(seed, ROWS, r -> grid(r, 0.05));
    Stretches stretches = CodecFits.doubles(values).stretches();
    double[] knots = ((FloatLine) stretches.knots()).values();
    int from = 0;
    for (int i = 0; i < 5; i++) {
      int to = stretches.ends()[i];
      assertEquals(2 * i - 4.0, (double) Math.round(knots[from]), "seed " + seed);
      assertEquals(2 * i - 4.0, (double) Math.round(knots[to - 1]), "seed " + seed);
      from = to;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void smoothDensitiesAreOneStretch(long seed) {
    for (int rows : new int[] {10, 100, 500, 2_500, ROWS, 50_000}) {
      String where = "seed " + seed + ", rows " + rows;
      assertStretches(1, draw(seed, rows, Random::nextDouble), "uniform, " + where);
      assertStretches(1, draw(seed, rows, Random::nextGaussian), "normal, " + where);
      assertStretches(1, draw(seed, rows, r -> -Math.log(r.nextDouble())), "exponential, " + where);
      assertStretches(
          1, draw(seed, rows, r -> Math.exp(2 * r.nextGaussian())), "lognormal, " + where);
      assertStretches(
          1, draw(seed, rows, r -> Math.tan(Math.PI * (r.nextDouble() - 0.5))), "Cauchy, " + where);
      assertStretches(1, draw(seed, rows, StretchesTest::wavy), "waves, " + where);
      assertStretches(
          1,
          draw(seed, rows, r -> r.nextGaussian() + (r.nextBoolean() ? 3 : 0)),
          "modes three deviations apart, " + where);
    }
  }

  /** Where a block of rows ends at the gap, the gap is in no block. */
  @Test
  void gapsBetweenBlocksAreSeen() {
    double[] values = new double[20 * StretchCutter.LEAST_ROWS];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.sqrt(2) * (i + (i < values.length / 2 ? 0 : 10_000));
    }
    NumberCodec codec = CodecFits.doubles(values);
    assertEquals(2, codec.stretches().count());
    FloatLine knots = (FloatLine) codec.stretches().knots();
    int cut = codec.stretches().ends()[0];
    assertTrue(knots.values()[cut] > 10_000 && knots.values()[cut - 1] < 10_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void atomsAreNoModes(long seed) {
    double[] atoms = {0.3, 0.7, 0.8};
    double[] values =
        draw(seed, ROWS, r -> r.nextInt(8) == 0 ? atoms[r.nextInt(3)] : r.nextDouble());
    assertStretches(1, values, "seed " + seed);
    // Rows with an atom all have its middle as their position, so positions nearby take it too.
    RowLayout.Stretch stretch = (RowLayout.Stretch) CodecFits.doubles(values).choices().getFirst();
    assertEquals(
        List.of(false, true, false, true, false, true, false),
        stretch.levels().stream().map(level -> !level.isNaN()).toList());
    double share = 1 / 24.0;
    double from = 2 * 0.3 * 7 / 8 - 1;
    // Five standard deviations of the share of rows below the atom, and of the atom itself.
    double deviation = 5 * 2 * Math.sqrt(0.25 / ROWS);
    assertEquals(from, stretch.ends().get(0), deviation);
    assertEquals(from + share, stretch.levels().get(1), deviation);
    assertEquals(from + 2 * share, stretch.ends().get(1), deviation);
  }

  @Test
  void smoothDensitiesHaveNoSteps() {
    double[] values = draw(1, ROWS, Random::nextGaussian);
    assertEquals(List.of(RowLayout.Stretch.SPREAD), CodecFits.doubles(values).choices());
    double[] pairs = draw(1, ROWS, r -> Math.floor(5_000 * r.nextDouble()));
    assertEquals(List.of(RowLayout.Stretch.SPREAD), CodecFits.doubles(pairs).choices());
  }

  /** Density 1 + sin(20 pi x) / 3 on 0..1: ten waves, twice as dense at a crest as in a trough. */
  private static double wavy(Random random) {
    while (true) {
      double x = random.nextDouble();
      if (4 * random.nextDouble() < 3 + Math.sin(20 * Math.PI * x)) {
        return x;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void integersAreOneStretchWithTheirSpikes(long seed) {
    Random random = new Random(seed);
    long[] gains = new long[ROWS];
    long[] hours = new long[ROWS];
    long[] pixels = new long[ROWS];
    long[] zeroAndOne = new long[ROWS];
    for (int i = 0; i < ROWS; i++) {
      gains[i] = random.nextInt(100) < 92 ? 0 : (long) Math.exp(7 + random.nextGaussian());
      hours[i] =
          random.nextInt(100) < 47
              ? 40
              : random.nextInt(2) == 0 ? 5 + 5 * random.nextInt(14) : 1 + random.nextInt(80);
      pixels[i] = random.nextInt(2) == 0 ? 0 : random.nextInt(17);
      zeroAndOne[i] = random.nextInt(10) < 9 ? random.nextInt(2) : random.nextInt(1000);
    }
    assertSpikes(gains, seed, 0);
    assertSpikes(hours, seed, 40);
    assertSpikes(pixels, seed, 0);
    assertSpikes(zeroAndOne, seed, 0, 1);
    assertSpikes(random.longs(ROWS, 17, 90).toArray(), seed);
  }

  private static void assertSpikes(long[] values, long seed, long... expected) {
    NumberCodec codec = CodecFits.longs(values);
    assertArrayEquals(expected, ((LongLine) codec.spikes()).values(), "seed " + seed);
    assertEquals(1, codec.stretches().count(), "seed " + seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void equallySpacedPositionsHaveTheMarginal(long seed) {
    int count = 50_000;
    for (double[] values :
        List.of(
            draw(seed, ROWS, r -> Math.tan(Math.PI * (r.nextDouble() - 0.5))),
            draw(seed, ROWS, StretchesTest::wavy),
            draw(seed, ROWS, r -> Math.floor(Math.exp(2 + r.nextGaussian()))),
            draw(seed, ROWS, r -> Math.floor(Math.exp(8 + 2 * r.nextGaussian()))),
            draw(seed, 700, Random::nextGaussian))) {
      NumberCodec codec = CodecFits.doubles(values);
      assertEquals(1, codec.choices().size());
      double[] decoded =
          CodecFits.spread(codec, 0, count, FLOAT64).stream()
              .mapToDouble(value -> (Double) value)
              .toArray();
      // A rank is off by less than the ranks between two knots: (n-1)/1023 + 1 rows, if no knot
      // were on a value of several rows. Decoded rows are 1/count apart, floats 2^-24 in -1..1.
      double rows = values.length;
      double bound = ((rows - 1) / 1023 + 1) / rows + 1.0 / count + 0x1p-23;
      double distance = kolmogorovSmirnov(values, decoded);
      assertTrue(distance <= bound, "seed " + seed + ": " + distance + " above " + bound);
    }
  }

  private static double kolmogorovSmirnov(double[] a, double[] b) {
    double[] x = a.clone();
    double[] y = b.clone();
    Arrays.sort(x);
    Arrays.sort(y);
    double most = 0;
    for (int i = 0, j = 0; i < x.length && j < y.length; ) {
      double at = Math.min(x[i], y[j]);
      while (i < x.length && x[i] == at) {
        i++;
      }
      while (j < y.length && y[j] == at) {
        j++;
      }
      most = Math.max(most, Math.abs((double) i / x.length - (double) j / y.length));
    }
    return most;
  }
}
