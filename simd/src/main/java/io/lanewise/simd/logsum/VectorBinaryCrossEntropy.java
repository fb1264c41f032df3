package io.lanewise.simd.logsum;

import static io.lanewise.kernel.LogSums.LANES;
import static io.lanewise.simd.Lanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;

import io.lanewise.kernel.BinaryCrossEntropy;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.LogisticTerms;
import io.lanewise.simd.Lanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/**
 * Binary cross-entropy on vectors of any width up to 8 doubles.
 *
 * <p>Two passes over a chunk in L1, for the reason given at {@link KlLanes}: the exponentials, then
 * the logarithms.
 */
public final class VectorBinaryCrossEntropy extends BinaryCrossEntropy {
  private static final DoubleVector ZERO = DoubleVector.zero(SPECIES);
  private static final DoubleVector ONE = LogVectors.broadcast(1);
  private static final DoubleVector TWO = LogVectors.broadcast(2);

  /** Creates the kernels; they hold no state. */
  public VectorBinaryCrossEntropy() {}

  @Override
  protected double blockSum(double[] z, int zFrom, double[] y, int yFrom, int count) {
    double[] lanes = new double[LANES];
    double[] exps = new double[Lanes.CHUNK];
    int whole = count - count % LANES;
    for (int i = 0; i < whole; i += Lanes.CHUNK) {
      int length = Math.min(Lanes.CHUNK, whole - i);
      exps(z, zFrom + i, length, exps);
      for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
        DoubleVector sum = LogVectors.load(lanes, lane);
        losses(z, zFrom + i, y, yFrom + i, exps, lane, length, sum).intoArray(lanes, lane);
      }
    }
    for (int i = whole; i < count; i++) {
      lanes[i - whole] += LogisticTerms.loss(z[zFrom + i], y[yFrom + i]);
    }
    return LogSums.fold(lanes);
  }

  private static void exps(double[] z, int from, int length, double[] exps) {
    for (int i = 0; i < length; i += SPECIES.length()) {
      LogisticVectors.expOfMinus(LogVectors.load(z, from + i).abs()).intoArray(exps, i);
    }
  }

  private static DoubleVector losses(
      double[] z,
      int zFrom,
      double[] y,
      int yFrom,
      double[] exps,
      int lane,
      int length,
      DoubleVector start) {
    DoubleVector sum = start;
    for (int i = lane; i < length; i += LANES) {
      DoubleVector exp = LogVectors.load(exps, i);
      DoubleVector s = exp.div(TWO.add(exp));
      DoubleVector log = LogVectors.log(s, LogSeries.logTail(s.mul(s)));
      DoubleVector logit = LogVectors.load(z, zFrom + i);
      DoubleVector label = LogVectors.load(y, yFrom + i);
      DoubleVector distance = label.blend(ONE.sub(label), logit.compare(GT, ZERO));
      DoubleVector loss = logit.abs().fma(distance, log);
      sum = sum.add(loss.blend(log, distance.compare(EQ, ZERO)));
    }
    return sum;
  }

  @Override
  protected void blockSlopes(double[] z, double[] y, int count) {
    int whole = count - count % SPECIES.length();
    slopes(z, y, whole);
    for (int i = whole; i < count; i++) {
      z[i] = LogisticTerms.slope(z[i], y[i]);
    }
  }

  private static void slopes(double[] z, double[] y, int count) {
    for (int i = 0; i < count; i += SPECIES.length()) {
      DoubleVector logit = LogVectors.load(z, i);
      DoubleVector label = LogVectors.load(y, i);
      DoubleVector exp = LogisticVectors.expOfMinus(logit.abs());
      DoubleVector share = exp.div(ONE.add(exp));
      VectorMask<Double> positive = logit.compare(GT, ZERO);
      share.sub(label).blend(ONE.sub(label).sub(share), positive).intoArray(z, i);
    }
  }
}
