package io.lanewise.kernel.scalar;

import static io.lanewise.kernel.LogSums.LANES;

import io.lanewise.kernel.CompensatedLanes;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Moments;
import io.lanewise.kernel.Reductions;

/** The reductions, one element after the other: the definition the vector kernels are held to. */
public final class ScalarReductions extends Reductions {

  /** Creates the kernels; they hold no state. */
  public ScalarReductions() {}

  @Override
  protected void add(double[] x, int from, int to, CompensatedLanes lanes) {
    for (int i = from; i < to; i++) {
      lanes.add((i - from) % LANES, x[i]);
    }
  }

  @Override
  protected void addProducts(
      double[] x, int xFrom, double[] y, int yFrom, int count, CompensatedLanes lanes) {
    for (int i = 0; i < count; i++) {
      lanes.addProduct(i % LANES, x[xFrom + i], y[yFrom + i]);
    }
  }

  @Override
  protected double blockSum(float[] x, int from, int to) {
    double[] lanes = new double[LANES];
    for (int i = from; i < to; i++) {
      lanes[(i - from) % LANES] += x[i];
    }
    return LogSums.fold(lanes);
  }

  @Override
  protected double blockDot(float[] x, int xFrom, float[] y, int yFrom, int count) {
    double[] lanes = new double[LANES];
    for (int i = 0; i < count; i++) {
      lanes[i % LANES] += (double) x[xFrom + i] * y[yFrom + i];
    }
    return LogSums.fold(lanes);
  }

  @Override
  protected double least(double[] x, int from, int to) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = from; i < to; i++) {
      least = Math.min(least, x[i]);
    }
    return least;
  }

  @Override
  protected double greatest(double[] x, int from, int to) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      greatest = Math.max(greatest, x[i]);
    }
    return greatest;
  }

  @Override
  protected Moments blockMoments(double[] x, int from, int to, double origin) {
    double[] sums = new double[LANES];
    for (int i = from; i < to; i++) {
      sums[(i - from) % LANES] += x[i] - origin;
    }
    double mean = LogSums.fold(sums) / (to - from);
    double[] squares = new double[LANES];
    for (int i = from; i < to; i++) {
      int lane = (i - from) % LANES;
      double distance = (x[i] - origin) - mean;
      squares[lane] = Math.fma(distance, distance, squares[lane]);
    }
    return new Moments(to - from, mean, LogSums.fold(squares));
  }
}
