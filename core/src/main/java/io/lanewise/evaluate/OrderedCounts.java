package io.lanewise.evaluate;

import io.lanewise.measure.Divergence;
import io.lanewise.profile.Bins;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Both sides' counts on the line: underflow, bins and overflow, without NaN and null.
 *
 * @param edges the inner edges
 * @param real counts of the real data
 * @param generated counts of the generated data
 */
record OrderedCounts(List<BigDecimal> edges, long[] real, long[] generated) {

  /** Leaves NaN and null out. */
  static OrderedCounts of(Bins bins, long[] real, long[] generated) {
    return new OrderedCounts(
        bins.edges(),
        Arrays.copyOf(real, bins.nanCode()),
        Arrays.copyOf(generated, bins.nanCode()));
  }

  private boolean hasEmptySide() {
    return Arrays.stream(real).allMatch(count -> count == 0)
        || Arrays.stream(generated).allMatch(count -> count == 0);
  }

  /** Kolmogorov-Smirnov distance; empty where a side has nothing on the line. */
  OptionalDouble kolmogorovSmirnov() {
    return hasEmptySide()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Divergence.kolmogorovSmirnov(real, generated));
  }

  /** Digits before the point that every double of as many has room for, and some to spare. */
  private static final int DIGITS = 300;

  /**
   * Wasserstein-1 distance over the inner edges; empty where a side has nothing on the line,
   * Infinity where it is beyond the range of doubles.
   *
   * <p>Every value counts at the lower edge of its bin, those of the underflow at the first edge,
   * those of the overflow at the last. Edges are measured from the first one, as doubles: a bin may
   * be narrower than these can tell (one nanosecond, years after the first edge), and then it
   * shares the place of the bin before.
   */
  OptionalDouble wasserstein() {
    if (hasEmptySide()) {
      return OptionalDouble.empty();
    }
    // Decimals reach far beyond doubles: those are measured in a larger unit.
    int shift = Math.max(0, digits(offset(edges.size() - 1)) - DIGITS);
    double[] starts = new double[edges.size() + 1];
    long[] p = new long[edges.size()];
    long[] q = new long[edges.size()];
    int places = 0;
    for (int code = 0; code < real.length; code++) {
      double start = offset(Math.max(code - 1, 0)).movePointLeft(shift).doubleValue();
      if (places == 0 || start > starts[places - 1]) {
        starts[places++] = start;
      }
      p[places - 1] += real[code];
      q[places - 1] += generated[code];
    }
    // Behind the last place both distribution functions are 1, so its width does not count.
    starts[places] = Math.nextUp(starts[places - 1]);
    double distance =
        Divergence.wasserstein1(
            Arrays.copyOf(p, places), Arrays.copyOf(q, places), Arrays.copyOf(starts, places + 1));
    return OptionalDouble.of(
        shift == 0 ? distance : new BigDecimal(distance).movePointRight(shift).doubleValue());
  }

  private BigDecimal offset(int edge) {
    return edges.get(edge).subtract(edges.getFirst());
  }

  /** How many digits stand before the point. */
  private static int digits(BigDecimal value) {
    return value.precision() - value.scale();
  }
}
