package io.lanewise.simd.function;

import static io.lanewise.kernel.DoubleFunctions.SUBNORMAL_SCALE;
import static io.lanewise.kernel.DoubleFunctions.SUBNORMAL_SHIFT;
import static io.lanewise.simd.function.FunctionLanes.DOUBLES;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import io.lanewise.kernel.DoubleFunctions;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/** As {@link DoubleFunctions#log}. */
final class DoubleLog extends DoubleFunction {

  private static final DoubleVector LEAST = broadcast(Double.MIN_NORMAL);
  private static final DoubleVector MOST = broadcast(Double.MAX_VALUE);
  private static final DoubleVector ONE = broadcast(1.0);

  @Override
  int ordinary(double[] x, int xFrom, double[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += DOUBLES.length()) {
      DoubleVector argument = DoubleVector.fromArray(DOUBLES, x, xFrom + i);
      VectorMask<Double> normal = argument.compare(GE, LEAST);
      if (!normal.and(argument.compare(LE, MOST)).allTrue()) {
        return i;
      }
      LongVector offset = DoubleLogSteps.offset(argument);
      DoubleVector f = DoubleLogSteps.mantissa(offset).sub(ONE);
      DoubleLogSteps.log(DoubleLogSteps.exponent(offset), f).intoArray(y, yFrom + i);
    }
    return count;
  }

  @Override
  void all(double[] x, int xFrom, double[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += DOUBLES.length()) {
      log(DoubleVector.fromArray(DOUBLES, x, xFrom + i)).intoArray(y, yFrom + i);
    }
  }

  @Override
  void tail(double[] x, int xFrom, double[] y, int yFrom, int count) {
    VectorMask<Double> inside = DOUBLES.indexInRange(0, count);
    log(DoubleVector.fromArray(DOUBLES, x, xFrom, inside)).intoArray(y, yFrom, inside);
  }

  private static DoubleVector log(DoubleVector x) {
    VectorMask<Double> subnormal = x.compare(LT, Double.MIN_NORMAL);
    DoubleVector scaled = x.blend(x.mul(SUBNORMAL_SCALE), subnormal);
    DoubleVector shift = broadcast(0.0).blend(SUBNORMAL_SHIFT, subnormal);
    LongVector offset = DoubleLogSteps.offset(scaled);
    DoubleVector f = DoubleLogSteps.mantissa(offset).sub(ONE);
    DoubleVector log = DoubleLogSteps.log(DoubleLogSteps.exponent(offset).sub(shift), f);
    VectorMask<Double> large = x.compare(LT, Double.POSITIVE_INFINITY).not();
    return log.blend(Double.NEGATIVE_INFINITY, x.compare(EQ, 0))
        .blend(Double.NaN, x.compare(LT, 0))
        .blend(x, large);
  }
}
