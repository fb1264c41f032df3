package io.lanewise.kernel;

/**
 * Sums, dot products, extremes and moments of arrays.
 *
 * <p><b>Order.</b> Element {@code from + i} goes to lane {@code i % 16}, and the lanes are folded
 * 8+8, 4+4, 2+2, 1+1. The order does not depend on the hardware, on threads or on where an array
 * begins, so neither do the bits.
 *
 * <p><b>Special values.</b> An empty sum is +0.0, and a sum of zeros is +0.0. NaN, or infinities of
 * both signs, give NaN; one infinity gives itself, and so does a running sum that leaves the range
 * of a double, even where the total would lie inside it.
 *
 * <p>Error bounds are measured by {@code ReductionErrorsTest}, speed by {@code ReductionBenchmark}
 * and {@code BandwidthBenchmark}. Any thread may call any method at any time.
 */
public abstract class Reductions {

  private static final int BLOCK = LogSums.BLOCK;

  /** Creates the kernels; they hold no state. */
  protected Reductions() {}

  /**
   * Returns the sum of doubles.
   *
   * <p>Every addition is compensated ({@link CompensatedLanes}). Error at most {@code 2^-53 |sum| +
   * (n/16+9)^2 2^-106 sum|x|}: half a unit in the last place unless terms cancel, and 5e-23 of the
   * absolute sum for a million of them. Cost: 6 additions and one read an element.
   *
   * @param x the numbers
   * @param from first element
   * @param to one past the last element
   * @return the sum
   * @throws IllegalArgumentException if there are no such elements
   */
  public final double sum(double[] x, int from, int to) {
    Ranges.checkEnds("sum", from, to, x.length);
    CompensatedLanes lanes = new CompensatedLanes();
    add(x, from, to, lanes);
    return lanes.total();
  }

  /**
   * Returns the sum of floats, in double.
   *
   * <p>Blocks of 512 are added plainly, their sums compensated: error at most {@code 2^-53 |sum| +
   * 36 2^-53 sum|x|}. Cost: a conversion, an addition and one read an element.
   *
   * @param x the numbers
   * @param from first element
   * @param to one past the last element
   * @return the sum
   * @throws IllegalArgumentException if there are no such elements
   */
  public final double sum(float[] x, int from, int to) {
    Ranges.checkEnds("sum", from, to, x.length);
    CompensatedLanes blocks = new CompensatedLanes();
    for (int i = from; i < to; ) {
      int end = i + Math.min(BLOCK, to - i);
      blocks.add(0, blockSum(x, i, end));
      i = end;
    }
    return blocks.total();
  }

  /**
   * Returns {@code sum x_i y_i} of doubles.
   *
   * <p>Products and additions are compensated. Error at most {@code 2^-53 |dot| + (n/16+9)^2 2^-105
   * sum|x y|}, and 2^-1074 for each product below 2^-969. Cost: 10 operations and two reads an
   * element.
   *
   * @param x the first factors
   * @param xFrom the first of them
   * @param y the second factors
   * @param yFrom the first of them
   * @param count how many
   * @return the dot product
   * @throws IllegalArgumentException if there are no such elements
   */
  public final double dot(double[] x, int xFrom, double[] y, int yFrom, int count) {
    Ranges.check("dot, x", xFrom, count, x.length);
    Ranges.check("dot, y", yFrom, count, y.length);
    CompensatedLanes lanes = new CompensatedLanes();
    addProducts(x, xFrom, y, yFrom, count, lanes);
    return lanes.total();
  }

  /**
   * Returns {@code sum x_i y_i} of floats, in double, where their products are exact.
   *
   * <p>Error as for the sum of floats, with {@code sum|x y|}.
   *
   * @param x the first factors
   * @param xFrom the first of them
   * @param y the second factors
   * @param yFrom the first of them
   * @param count how many
   * @return the dot product
   * @throws IllegalArgumentException if there are no such elements
   */
  public final double dot(float[] x, int xFrom, float[] y, int yFrom, int count) {
    Ranges.check("dot, x", xFrom, count, x.length);
    Ranges.check("dot, y", yFrom, count, y.length);
    CompensatedLanes blocks = new CompensatedLanes();
    for (int i = 0; i < count; ) {
      int length = Math.min(BLOCK, count - i);
      blocks.add(0, blockDot(x, xFrom + i, y, yFrom + i, length));
      i += length;
    }
    return blocks.total();
  }

  /**
   * Returns the least number; -0.0 is less than 0.0, and one NaN makes it NaN.
   *
   * @param x the numbers
   * @param from first element
   * @param to one past the last element
   * @return the least; +infinity where there are none
   * @throws IllegalArgumentException if there are no such elements
   */
  public final double min(double[] x, int from, int to) {
    Ranges.checkEnds("min", from, to, x.length);
    return least(x, from, to);
  }

  /**
   * Returns the greatest number; 0.0 is greater than -0.0, and one NaN makes it NaN.
   *
   * @param x the numbers
   * @param from first element
   * @param to one past the last element
   * @return the greatest; -infinity where there are none
   * @throws IllegalArgumentException if there are no such elements
   */
  public final double max(double[] x, int from, int to) {
    Ranges.checkEnds("max", from, to, x.length);
    return greatest(x, from, to);
  }

  /**
   * Returns number, mean and sum of squared deviations of doubles.
   *
   * <p>All values are taken relative to the first one, so that a large mean does not drown a small
   * spread. Blocks of 512 take two passes in L1: the mean, then the deviations from it. Blocks
   * merge as a tree whose left side is the largest power of two of blocks, so the shape depends on
   * the length alone. Error, with L = log2(n/512) levels: of the mean {@code 80 2^-53 max|x|}; of
   * the squares {@code (40 + 4 L + 4 sqrt(L) |mean - first|/s) 2^-53} relative, {@code s} the
   * standard deviation. A value that is not finite makes the squares NaN and the mean NaN or
   * infinite, and so may values above 2^1013; squares of deviations above 2^511 overflow. Cost: 6
   * operations and two reads an element.
   *
   * @param x the numbers
   * @param from first element
   * @param to one past the last element
   * @return the moments
   * @throws IllegalArgumentException if there are no such elements
   */
  public final Moments moments(double[] x, int from, int to) {
    Ranges.checkEnds("moments", from, to, x.length);
    if (from == to) {
      return Moments.NONE;
    }
    double origin = x[from];
    return merged((begin, end) -> blockMoments(x, begin, end, origin), from, to).moved(origin);
  }

  /**
   * Returns number, mean and sum of squared deviations of floats, in double.
   *
   * <p>As for doubles.
   *
   * @param x the numbers
   * @param from first element
   * @param to one past the last element
   * @return the moments
   * @throws IllegalArgumentException if there are no such elements
   */
  public final Moments moments(float[] x, int from, int to) {
    Ranges.checkEnds("moments", from, to, x.length);
    if (from == to) {
      return Moments.NONE;
    }
    double origin = x[from];
    double[] block = BlockScratch.ofThread().first;
    BlockMoments blocks =
        (begin, end) -> {
          for (int i = begin; i < end; i++) {
            block[i - begin] = x[i];
          }
          return blockMoments(block, 0, end - begin, origin);
        };
    return merged(blocks, from, to).moved(origin);
  }

  private interface BlockMoments {
    Moments of(int from, int to);
  }

  private static Moments merged(BlockMoments blocks, int from, int to) {
    if (to - from <= BLOCK) {
      return blocks.of(from, to);
    }
    int middle = from + BLOCK * Integer.highestOneBit((to - from - 1) / BLOCK);
    return merged(blocks, from, middle).merge(merged(blocks, middle, to));
  }

  /** Adds element from + i to lane i % 16. */
  protected abstract void add(double[] x, int from, int to, CompensatedLanes lanes);

  /** Adds product i to lane i % 16. */
  protected abstract void addProducts(
      double[] x, int xFrom, double[] y, int yFrom, int count, CompensatedLanes lanes);

  /** The plain sum of at most 512 floats: 16 lanes, folded as {@link LogSums#fold} does. */
  protected abstract double blockSum(float[] x, int from, int to);

  /** The plain sum of at most 512 products, exact in double: 16 lanes, folded. */
  protected abstract double blockDot(float[] x, int xFrom, float[] y, int yFrom, int count);

  /** As {@link Math#min} over all; +infinity over none. */
  protected abstract double least(double[] x, int from, int to);

  /** As {@link Math#max} over all; -infinity over none. */
  protected abstract double greatest(double[] x, int from, int to);

  /**
   * Moments of {@code x - origin} for 1 to 512 doubles: their mean m by plain lanes, then the
   * squares of {@code (x - origin) - m}, by fma into lanes. A second sum, of the deviations, to
   * correct both for the rounding of m, changed no measured error: the origin has done that.
   */
  protected abstract Moments blockMoments(double[] x, int from, int to, double origin);
}
