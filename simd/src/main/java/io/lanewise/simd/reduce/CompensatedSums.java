package io.lanewise.simd.reduce;

import static io.lanewise.simd.reduce.DoubleLanes.WIDTH;
import static io.lanewise.simd.reduce.DoubleLanes.load;

import io.lanewise.kernel.CompensatedLanes;
import io.lanewise.kernel.LogSums;
import jdk.incubator.vector.DoubleVector;

/**
 * Compensated additions of whole groups of 16 elements, two vectors of lanes at a time.
 *
 * <p>Two, because one vector's chain of additions leaves slots free (2 % slower in L1, 20 % from
 * memory) and four do not fit into 16 registers. Lanes that are left wait for a pass of their own
 * over the block, which then lies in L1.
 */
final class CompensatedSums {

  private CompensatedSums() {}

  static void add(double[] x, int from, int to, CompensatedLanes lanes) {
    for (int lane = 0; lane < LogSums.LANES; lane += 2 * WIDTH) {
      add(x, from + lane, to, lane, lanes.sums(), lanes.errors());
    }
  }

  private static void add(double[] x, int from, int to, int lane, double[] sums, double[] errors) {
    DoubleVector sum = load(sums, lane);
    DoubleVector nextSum = load(sums, lane + WIDTH);
    DoubleVector error = load(errors, lane);
    DoubleVector nextError = load(errors, lane + WIDTH);
    for (int i = from; i < to; i += LogSums.LANES) {
      DoubleVector value = load(x, i);
      DoubleVector after = sum.add(value);
      error = error.add(error(sum, value, after));
      sum = after;
      DoubleVector nextValue = load(x, i + WIDTH);
      DoubleVector nextAfter = nextSum.add(nextValue);
      nextError = nextError.add(error(nextSum, nextValue, nextAfter));
      nextSum = nextAfter;
    }
    sum.intoArray(sums, lane);
    nextSum.intoArray(sums, lane + WIDTH);
    error.intoArray(errors, lane);
    nextError.intoArray(errors, lane + WIDTH);
  }

  static void addProducts(
      double[] x, int xFrom, double[] y, int yFrom, int count, CompensatedLanes lanes) {
    for (int lane = 0; lane < LogSums.LANES; lane += WIDTH) {
      addProducts(x, xFrom, y, yFrom, lane, count, lanes.sums(), lanes.errors());
    }
  }

  /** One vector at a time: there is work enough between its additions. */
  private static void addProducts(
      double[] x,
      int xFrom,
      double[] y,
      int yFrom,
      int lane,
      int count,
      double[] sums,
      double[] errors) {
    DoubleVector sum = load(sums, lane);
    DoubleVector error = load(errors, lane);
    for (int i = lane; i < count; i += LogSums.LANES) {
      DoubleVector first = load(x, xFrom + i);
      DoubleVector second = load(y, yFrom + i);
      DoubleVector product = first.mul(second);
      DoubleVector productError = first.fma(second, product.neg());
      DoubleVector after = sum.add(product);
      error = error.add(error(sum, product, after).add(productError));
      sum = after;
    }
    sum.intoArray(sums, lane);
    error.intoArray(errors, lane);
  }

  /** What an addition rounded away. */
  private static DoubleVector error(DoubleVector before, DoubleVector x, DoubleVector after) {
    DoubleVector added = after.sub(before);
    return before.sub(after.sub(added)).add(x.sub(added));
  }
}
