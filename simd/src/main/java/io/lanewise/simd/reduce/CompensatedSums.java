package io.lanewise.simd.reduce;

import static io.lanewise.simd.reduce.DoubleLanes.WIDTH;
import static io.lanewise.simd.reduce.DoubleLanes.load;

import io.lanewise.kernel.CompensatedLanes;
import io.lanewise.kernel.LogSums;
import jdk.incubator.vector.DoubleVector;

/**
 * Compensated additions of whole groups of 16 elements, two vectors of lanes at a time.
 *
 * <p>Two vectors of 8 are all lanes, so memory is read straight on; a pass for each vector reads
 * every other line, and took 0.7 ns a double of a dot product from memory, against 0.5. Narrower
 * vectors leave lanes over, which wait for a pass of their own over the block: it then lies in L1.
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
    for (int lane = 0; lane < LogSums.LANES; lane += 2 * WIDTH) {
      addProducts(x, xFrom + lane, y, yFrom + lane, count - lane, lanes, lane);
    }
  }

  private static void addProducts(
      double[] x, int xFrom, double[] y, int yFrom, int count, CompensatedLanes lanes, int lane) {
    DoubleVector sum = load(lanes.sums(), lane);
    DoubleVector nextSum = load(lanes.sums(), lane + WIDTH);
    DoubleVector error = load(lanes.errors(), lane);
    DoubleVector nextError = load(lanes.errors(), lane + WIDTH);
    for (int i = 0; i < count; i += LogSums.LANES) {
      DoubleVector factor = load(x, xFrom + i);
      DoubleVector other = load(y, yFrom + i);
      DoubleVector product = factor.mul(other);
      DoubleVector after = sum.add(product);
      error = error.add(error(sum, product, after).add(factor.fma(other, product.neg())));
      sum = after;
      DoubleVector nextFactor = load(x, xFrom + i + WIDTH);
      DoubleVector nextOther = load(y, yFrom + i + WIDTH);
      DoubleVector next = nextFactor.mul(nextOther);
      DoubleVector nextAfter = nextSum.add(next);
      DoubleVector nextProductError = nextFactor.fma(nextOther, next.neg());
      nextError = nextError.add(error(nextSum, next, nextAfter).add(nextProductError));
      nextSum = nextAfter;
    }
    sum.intoArray(lanes.sums(), lane);
    nextSum.intoArray(lanes.sums(), lane + WIDTH);
    error.intoArray(lanes.errors(), lane);
    nextError.intoArray(lanes.errors(), lane + WIDTH);
  }

  /** What an addition rounded away. */
  private static DoubleVector error(DoubleVector before, DoubleVector x, DoubleVector after) {
    DoubleVector added = after.sub(before);
    return before.sub(after.sub(added)).add(x.sub(added));
  }
}
