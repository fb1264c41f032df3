package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every {@link EdgeSearch} must do: the same bins as counting the thresholds one by one.
 *
 * <p>Numbers of thresholds and of values run over all small sizes, so that every tail is met.
 */
public abstract class EdgeSearchContract {

  private static final long SEED = 1951;
  private static final int MOST_THRESHOLDS = 260;
  private static final int NAN_BIN = 999;
  private static final int UNTOUCHED = -77;

  /** The implementation under test. */
  protected abstract EdgeSearch search();

  @Test
  final void everyNumberOfDoubleThresholdsIsSearched() {
    Random random = new Random(SEED);
    for (int most = 0; most <= MOST_THRESHOLDS; most++) {
      check(thresholds(random, most), values(random, thresholds(random, most), most));
      double[] thresholds = thresholds(random, most);
      check(thresholds, values(random, thresholds, 64 + most));
    }
  }

  @Test
  final void everyNumberOfLongThresholdsIsSearched() {
    Random random = new Random(SEED);
    for (int most = 0; most <= MOST_THRESHOLDS; most++) {
      long[] thresholds = longThresholds(random, most);
      check(thresholds, values(random, thresholds, 64 + most));
    }
  }

  @Test
  final void everyNumberOfValuesIsSearched() {
    Random random = new Random(SEED);
    double[] doubles = thresholds(random, 63);
    long[] longs = longThresholds(random, 63);
    for (int count = 0; count <= 130; count++) {
      check(doubles, values(random, doubles, count));
      check(longs, values(random, longs, count));
    }
    check(doubles, values(random, doubles, 1024));
    check(longs, values(random, longs, 1024));
  }

  @Test
  final void extremesAreValuesAndThresholds() {
    double[] special = {
      Double.NEGATIVE_INFINITY,
      -Double.MAX_VALUE,
      -1.0,
      -Double.MIN_VALUE,
      -0.0,
      0.0,
      Double.MIN_VALUE,
      1.0,
      Math.nextUp(1.0),
      Double.MAX_VALUE,
      Double.POSITIVE_INFINITY
    };
    double[] values = Arrays.copyOf(special, special.length + 2);
    values[special.length] = Double.NaN;
    values[special.length + 1] = Double.longBitsToDouble(0xFFF8000000000001L);
    long[] whole = {
      Long.MIN_VALUE,
      Long.MIN_VALUE + 1,
      -(1L << 53) - 1,
      -1,
      0,
      1,
      (1L << 53) + 1,
      Long.MAX_VALUE - 1,
      Long.MAX_VALUE
    };
    for (int from = 0; from < special.length; from++) {
      for (int to = from; to <= special.length; to++) {
        check(Arrays.copyOfRange(special, from, to), values);
      }
    }
    for (int from = 0; from < whole.length; from++) {
      for (int to = from; to <= whole.length; to++) {
        check(Arrays.copyOfRange(whole, from, to), whole);
      }
    }
    check(new long[] {Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE}, whole);
    check(new double[] {1, 1, 1, 1, 1}, values);
  }

  /** Gaps from one unit in the last place to the whole range, where look-up tables go wrong. */
  @Test
  final void skewedAndCrowdedThresholdsAreSearched() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      int most = 1 + random.nextInt(90);
      double spread = Math.scalb(1.0, random.nextInt(10));
      double origin = round % 3 == 0 ? 0 : random.nextGaussian() * Math.exp(spread / 2);
      double[] thresholds =
          random
              .doubles(most)
              .map(x -> origin + Math.exp(spread * (2 * x - 1)))
              .map(x -> Double.isFinite(x) ? x : Double.MAX_VALUE)
              .sorted()
              .toArray();
      if (round % 2 == 0) {
        int crowd = random.nextInt(most);
        for (int i = crowd + 1; i < most && i < crowd + 20; i++) {
          thresholds[i] = Math.nextUp(thresholds[i - 1]);
        }
        Arrays.sort(thresholds);
      }
      check(thresholds, values(random, thresholds, 300));
      long[] whole = Arrays.stream(thresholds).mapToLong(x -> (long) x).toArray();
      check(whole, values(random, whole, 300));
    }
  }

  private void check(double[] thresholds, double[] values) {
    int[] expected = new int[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      expected[i] =
          Double.isNaN(value)
              ? NAN_BIN
              : (int) Arrays.stream(thresholds).filter(t -> t <= value).count();
    }
    expected[values.length] = UNTOUCHED;
    int[] bins = new int[values.length + 1];
    bins[values.length] = UNTOUCHED;
    search()
        .search(
            Arrays.copyOf(values, values.length + 1),
            values.length,
            new DoubleEdges(thresholds),
            NAN_BIN,
            bins);
    assertArrayEquals(expected, bins, () -> Arrays.toString(thresholds) + Arrays.toString(values));
  }

  private void check(long[] thresholds, long[] values) {
    int[] expected = new int[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      long value = values[i];
      expected[i] = (int) Arrays.stream(thresholds).filter(t -> t <= value).count();
    }
    expected[values.length] = UNTOUCHED;
    int[] bins = new int[values.length + 1];
    bins[values.length] = UNTOUCHED;
    search()
        .search(
            Arrays.copyOf(values, values.length + 1),
            values.length,
            new LongEdges(thresholds),
            bins);
    assertArrayEquals(expected, bins, () -> Arrays.toString(thresholds) + Arrays.toString(values));
  }

  /** Ascending, about one in four equal to the one before. */
  private static double[] thresholds(Random random, int count) {
    double[] thresholds = random.doubles(count, -100, 100).map(Math::rint).sorted().toArray();
    for (int i = 1; i < count; i++) {
      if (random.nextInt(4) == 0) {
        thresholds[i] = thresholds[i - 1];
      }
    }
    return thresholds;
  }

  private static long[] longThresholds(Random random, int count) {
    long scale = random.nextBoolean() ? 1 : Long.MAX_VALUE / 100;
    return Arrays.stream(thresholds(random, count)).mapToLong(t -> ((long) t) * scale).toArray();
  }

  /** Thresholds themselves, their neighbours, values anywhere, and NaN. */
  private static double[] values(Random random, double[] thresholds, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      double near = thresholds.length == 0 ? 0 : thresholds[random.nextInt(thresholds.length)];
      values[i] =
          switch (random.nextInt(5)) {
            case 0 -> near;
            case 1 -> Math.nextDown(near);
            case 2 -> Math.nextUp(near);
            case 3 -> 120 * random.nextDouble() - 60;
            default -> random.nextBoolean() ? Double.NaN : random.nextGaussian() * 1e300;
          };
    }
    return values;
  }

  private static long[] values(Random random, long[] thresholds, int count) {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      long near = thresholds.length == 0 ? 0 : thresholds[random.nextInt(thresholds.length)];
      values[i] =
          switch (random.nextInt(4)) {
            case 0 -> near;
            case 1 -> near - 1;
            case 2 -> near + 1;
            default -> random.nextLong();
          };
    }
    return values;
  }
}
