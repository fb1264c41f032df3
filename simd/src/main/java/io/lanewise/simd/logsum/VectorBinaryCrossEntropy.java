package io.lanewise.simd.logsum;

import static io.lanewise.kernel.LogSums.LANES;

import io.lanewise.kernel.BinaryCrossEntropy;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.LogisticTerms;
import java.util.Arrays;

/**
 * Binary cross-entropy on vectors of any width up to 8 doubles.
 *
 * <p>Whole groups of 16 elements go to the vector loops, the few that are left to the lanes one by
 * one.
 */
public final class VectorBinaryCrossEntropy extends BinaryCrossEntropy {

  /** Creates the kernels; they hold no state. */
  public VectorBinaryCrossEntropy() {}

  @Override
  protected double blockSum(
      double[] z, int zFrom, double[] y, int yFrom, int count, double[] lanes) {
    Arrays.fill(lanes, 0);
    int whole = count - count % LANES;
    LogisticLanes.addLosses(z, zFrom, y, yFrom, whole, lanes);
    for (int i = whole; i < count; i++) {
      lanes[i - whole] += LogisticTerms.loss(z[zFrom + i], y[yFrom + i]);
    }
    return LogSums.fold(lanes);
  }

  @Override
  protected void blockSlopes(double[] z, double[] y, int count) {
    int whole = count - count % LANES;
    LogisticLanes.slopes(z, y, whole);
    for (int i = whole; i < count; i++) {
      z[i] = LogisticTerms.slope(z[i], y[i]);
    }
  }
}
