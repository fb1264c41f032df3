package io.lanewise.kernel.scalar;

import static io.lanewise.kernel.LogSums.LANES;

import io.lanewise.kernel.BinaryCrossEntropy;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.LogisticTerms;
import java.util.Arrays;

/** Binary cross-entropy, one element after the other. */
public final class ScalarBinaryCrossEntropy extends BinaryCrossEntropy {

  /** Creates the kernels; they hold no state. */
  public ScalarBinaryCrossEntropy() {}

  @Override
  protected double blockSum(
      double[] z, int zFrom, double[] y, int yFrom, int count, double[] lanes) {
    Arrays.fill(lanes, 0);
    for (int i = 0; i < count; i++) {
      lanes[i % LANES] += LogisticTerms.loss(z[zFrom + i], y[yFrom + i]);
    }
    return LogSums.fold(lanes);
  }

  @Override
  protected void blockSlopes(double[] z, double[] y, int count) {
    for (int i = 0; i < count; i++) {
      z[i] = LogisticTerms.slope(z[i], y[i]);
    }
  }
}
