package io.lanewise.simd.function;

import static io.lanewise.kernel.DoubleFunctions.LOG1P_LARGE;
import static io.lanewise.simd.function.FunctionLanes.DOUBLES;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import io.lanewise.kernel.DoubleFunctions;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/** As {@link DoubleFunctions#log1p}. */
final class DoubleLog1p extends DoubleFunction {

  private static final DoubleVector INFINITY = broadcast(Double.POSITIVE_INFINITY);
  private static final DoubleVector MINUS_INFINITY = broadcast(Double.NEGATIVE_INFINITY);
  private static final DoubleVector NAN = broadcast(Double.NaN);
  private static final DoubleVector ZERO = broadcast(0.0);
  private static final DoubleVector ONE = broadcast(1.0);
  private static final DoubleVector MINUS_ONE = broadcast(-1.0);
  private static final DoubleVector LARGE = broadcast(LOG1P_LARGE);
  private static final LongVector SIGN = broadcast(Long.MIN_VALUE);

  @Override
  int ordinary(double[] x, int xFrom, double[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += DOUBLES.length()) {
      DoubleVector argument = DoubleVector.fromArray(DOUBLES, x, xFrom + i);
      VectorMask<Double> inside = argument.compare(GT, MINUS_ONE);
      if (!inside.and(argument.compare(LE, LARGE)).allTrue()) {
        return i;
      }
      DoubleVector sum = argument.add(ONE);
      LongVector offset = DoubleLogSteps.offset(sum);
      DoubleVector f = DoubleLogSteps.mantissa(offset).sub(ONE).add(rest(argument, sum, offset));
      DoubleVector log = DoubleLogSteps.log(DoubleLogSteps.exponent(offset), f);
      withSign(log, argument).intoArray(y, yFrom + i);
    }
    return count;
  }

  @Override
  void any(double[] x, int xFrom, double[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += DOUBLES.length()) {
      VectorMask<Double> inside = DOUBLES.indexInRange(i, count);
      DoubleVector argument = DoubleVector.fromArray(DOUBLES, x, xFrom + i, inside);
      log1p(argument).intoArray(y, yFrom + i, inside);
    }
  }

  private static DoubleVector log1p(DoubleVector x) {
    DoubleVector sum = x.add(ONE);
    LongVector offset = DoubleLogSteps.offset(sum);
    DoubleVector rest = rest(x, sum, offset).blend(ZERO, x.compare(GT, LARGE));
    DoubleVector f = DoubleLogSteps.mantissa(offset).sub(ONE).add(rest);
    DoubleVector log = withSign(DoubleLogSteps.log(DoubleLogSteps.exponent(offset), f), x);
    VectorMask<Double> large = x.compare(LT, INFINITY).not();
    return log.blend(MINUS_INFINITY, x.compare(EQ, MINUS_ONE))
        .blend(NAN, x.compare(LT, MINUS_ONE))
        .blend(x, large);
  }

  /** What the rounding of 1 + x took away, scaled as the mantissa. */
  private static DoubleVector rest(DoubleVector x, DoubleVector sum, LongVector offset) {
    DoubleVector part = sum.sub(ONE);
    DoubleVector rest = ONE.sub(sum.sub(part)).add(x.sub(part));
    return rest.mul(DoubleLogSteps.scale(offset));
  }

  /** The result has the sign of x or is +0. */
  private static DoubleVector withSign(DoubleVector result, DoubleVector x) {
    LongVector sign = x.viewAsIntegralLanes().and(SIGN);
    return result.viewAsIntegralLanes().or(sign).viewAsFloatingLanes();
  }
}
