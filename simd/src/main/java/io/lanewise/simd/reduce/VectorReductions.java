package io.lanewise.simd.reduce;

import static io.lanewise.kernel.LogSums.LANES;

import io.lanewise.kernel.CompensatedLanes;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Moments;
import io.lanewise.kernel.Reductions;

/**
 * The reductions on vectors of any width up to 8 doubles.
 *
 * <p>Whole groups of 16 elements go to the vector loops, block by block, the few that are left to
 * the lanes one by one.
 */
public final class VectorReductions extends Reductions {

  /** Creates the kernels; they hold no state. */
  public VectorReductions() {}

  @Override
  protected void add(double[] x, int from, int to, CompensatedLanes lanes) {
    int whole = to - (to - from) % LANES;
    for (int i = from; i < whole; ) {
      int end = i + Math.min(LogSums.BLOCK, whole - i);
      CompensatedSums.add(x, i, end, lanes);
      i = end;
    }
    for (int i = whole; i < to; i++) {
      lanes.add(i - whole, x[i]);
    }
  }

  @Override
  protected void addProducts(
      double[] x, int xFrom, double[] y, int yFrom, int count, CompensatedLanes lanes) {
    int whole = count - count % LANES;
    for (int i = 0; i < whole; ) {
      int length = Math.min(LogSums.BLOCK, whole - i);
      CompensatedSums.addProducts(x, xFrom + i, y, yFrom + i, length, lanes);
      i += length;
    }
    for (int i = whole; i < count; i++) {
      lanes.addProduct(i - whole, x[xFrom + i], y[yFrom + i]);
    }
  }

  @Override
  protected double blockSum(float[] x, int from, int to) {
    double[] lanes = new double[LANES];
    int whole = to - (to - from) % LANES;
    PlainSums.add(x, from, whole, lanes);
    for (int i = whole; i < to; i++) {
      lanes[i - whole] += x[i];
    }
    return LogSums.fold(lanes);
  }

  @Override
  protected double blockDot(float[] x, int xFrom, float[] y, int yFrom, int count) {
    double[] lanes = new double[LANES];
    int whole = count - count % LANES;
    PlainSums.addProducts(x, xFrom, y, yFrom, whole, lanes);
    for (int i = whole; i < count; i++) {
      lanes[i - whole] += (double) x[xFrom + i] * y[yFrom + i];
    }
    return LogSums.fold(lanes);
  }

  @Override
  protected double least(double[] x, int from, int to) {
    int whole = to - (to - from) % Extremes.GROUP;
    double least = Double.POSITIVE_INFINITY;
    for (int i = from; i < whole; ) {
      int end = i + Math.min(Extremes.PIECE, whole - i);
      least = Math.min(least, Extremes.least(x, i, end));
      i = end;
    }
    for (int i = whole; i < to; i++) {
      least = Math.min(least, x[i]);
    }
    return least;
  }

  @Override
  protected double greatest(double[] x, int from, int to) {
    int whole = to - (to - from) % Extremes.GROUP;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < whole; ) {
      int end = i + Math.min(Extremes.PIECE, whole - i);
      greatest = Math.max(greatest, Extremes.greatest(x, i, end));
      i = end;
    }
    for (int i = whole; i < to; i++) {
      greatest = Math.max(greatest, x[i]);
    }
    return greatest;
  }

  @Override
  protected Moments blockMoments(double[] x, int from, int to, double origin) {
    int whole = to - (to - from) % LANES;
    double[] sums = new double[LANES];
    PlainSums.addDistances(x, from, whole, origin, sums);
    for (int i = whole; i < to; i++) {
      sums[i - whole] += x[i] - origin;
    }
    double mean = LogSums.fold(sums) / (to - from);
    double[] squares = new double[LANES];
    PlainSums.addSquares(x, from, whole, origin, mean, squares);
    for (int i = whole; i < to; i++) {
      double distance = (x[i] - origin) - mean;
      squares[i - whole] = Math.fma(distance, distance, squares[i - whole]);
    }
    return new Moments(to - from, mean, LogSums.fold(squares));
  }
}
