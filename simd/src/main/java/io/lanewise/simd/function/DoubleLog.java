package io.lanewise.simd.function;

import static io.lanewise.kernel.DoubleFunctions.SUBNORMAL_SCALE;
import static io.lanewise.kernel.DoubleFunctions.SUBNORMAL_SHIFT;
import static io.lanewise.simd.function.DoubleLogSteps.BIASED_SQRT_HALF;
import static io.lanewise.simd.function.DoubleLogSteps.FRACTION_MASK;
import static io.lanewise.simd.function.DoubleLogSteps.L1;
import static io.lanewise.simd.function.DoubleLogSteps.L2;
import static io.lanewise.simd.function.DoubleLogSteps.L3;
import static io.lanewise.simd.function.DoubleLogSteps.L4;
import static io.lanewise.simd.function.DoubleLogSteps.L5;
import static io.lanewise.simd.function.DoubleLogSteps.L6;
import static io.lanewise.simd.function.DoubleLogSteps.L7;
import static io.lanewise.simd.function.DoubleLogSteps.LN2_HI;
import static io.lanewise.simd.function.DoubleLogSteps.LN2_LO;
import static io.lanewise.simd.function.DoubleLogSteps.MAGIC_AND_BIAS;
import static io.lanewise.simd.function.DoubleLogSteps.MAGIC_BITS;
import static io.lanewise.simd.function.DoubleLogSteps.MINUS_HALF;
import static io.lanewise.simd.function.DoubleLogSteps.MINUS_TWO;
import static io.lanewise.simd.function.DoubleLogSteps.SQRT_HALF;
import static io.lanewise.simd.function.FunctionLanes.DOUBLES;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.ULT;
import static jdk.incubator.vector.VectorOperators.UMAX;

import io.lanewise.kernel.DoubleFunctions;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/** As {@link DoubleFunctions#log}. */
final class DoubleLog extends DoubleFunction {

  private static final LongVector LEAST = broadcast(Double.doubleToRawLongBits(Double.MIN_NORMAL));

  /** How many numbers there are from the least on; all others lie above. */
  private static final LongVector ORDINARY =
      broadcast(
          Double.doubleToRawLongBits(Double.POSITIVE_INFINITY)
              - Double.doubleToRawLongBits(Double.MIN_NORMAL));

  private static final DoubleVector INFINITY = broadcast(Double.POSITIVE_INFINITY);
  private static final DoubleVector MINUS_INFINITY = broadcast(Double.NEGATIVE_INFINITY);
  private static final DoubleVector NAN = broadcast(Double.NaN);
  private static final DoubleVector ZERO = broadcast(0.0);
  private static final DoubleVector ONE = broadcast(1.0);
  private static final DoubleVector NORMAL = broadcast(Double.MIN_NORMAL);
  private static final DoubleVector SCALE = broadcast(SUBNORMAL_SCALE);
  private static final DoubleVector MAGIC_BIAS_AND_SHIFT =
      MAGIC_AND_BIAS.add(broadcast(SUBNORMAL_SHIFT));

  /**
   * Two vectors a round, of which one comparison and one jump decide.
   *
   * <p>The steps of {@link DoubleLogSteps} written out, here and below: where the compiler has
   * translated a method with vector operations by itself before, it may not inline it here, and
   * boxes every vector (6 ns an element in place of 0.8).
   */
  @Override
  int ordinary(double[] x, int xFrom, double[] y, int yFrom, int count) {
    int lanes = DOUBLES.length();
    int i = 0;
    for (; i < count - lanes; i += 2 * lanes) {
      DoubleVector argument = DoubleVector.fromArray(DOUBLES, x, xFrom + i);
      DoubleVector argument2 = DoubleVector.fromArray(DOUBLES, x, xFrom + i + lanes);
      LongVector above = argument.viewAsIntegralLanes().sub(LEAST);
      LongVector above2 = argument2.viewAsIntegralLanes().sub(LEAST);
      if (!above.lanewise(UMAX, above2).compare(ULT, ORDINARY).allTrue()) {
        return i;
      }
      LongVector offset = argument.viewAsIntegralLanes().sub(BIASED_SQRT_HALF);
      LongVector biased = offset.lanewise(LSHR, 52).or(MAGIC_BITS);
      DoubleVector k = biased.viewAsFloatingLanes().sub(MAGIC_AND_BIAS);
      LongVector mantissa = offset.and(FRACTION_MASK).add(SQRT_HALF);
      DoubleVector f = mantissa.viewAsFloatingLanes().sub(ONE);
      DoubleVector minusHalfSquare = f.mul(MINUS_HALF).mul(f);
      DoubleVector minusS = f.div(MINUS_TWO.sub(f));
      DoubleVector z = minusS.mul(minusS);
      DoubleVector tail = L7.fma(z, L6).fma(z, L5).fma(z, L4).fma(z, L3).fma(z, L2).fma(z, L1);
      DoubleVector upper = z.fma(tail, minusHalfSquare);
      DoubleVector rest = k.fma(LN2_LO, minusS.fma(upper, minusHalfSquare));
      k.fma(LN2_HI, f.add(rest)).intoArray(y, yFrom + i);
      LongVector offset2 = argument2.viewAsIntegralLanes().sub(BIASED_SQRT_HALF);
      LongVector biased2 = offset2.lanewise(LSHR, 52).or(MAGIC_BITS);
      DoubleVector k2 = biased2.viewAsFloatingLanes().sub(MAGIC_AND_BIAS);
      LongVector mantissa2 = offset2.and(FRACTION_MASK).add(SQRT_HALF);
      DoubleVector f2 = mantissa2.viewAsFloatingLanes().sub(ONE);
      DoubleVector minusHalfSquare2 = f2.mul(MINUS_HALF).mul(f2);
      DoubleVector minusS2 = f2.div(MINUS_TWO.sub(f2));
      DoubleVector z2 = minusS2.mul(minusS2);
      DoubleVector tail2 =
          L7.fma(z2, L6).fma(z2, L5).fma(z2, L4).fma(z2, L3).fma(z2, L2).fma(z2, L1);
      DoubleVector upper2 = z2.fma(tail2, minusHalfSquare2);
      DoubleVector rest2 = k2.fma(LN2_LO, minusS2.fma(upper2, minusHalfSquare2));
      k2.fma(LN2_HI, f2.add(rest2)).intoArray(y, yFrom + i + lanes);
    }
    return i;
  }

  @Override
  void any(double[] x, int xFrom, double[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += DOUBLES.length()) {
      VectorMask<Double> inside = DOUBLES.indexInRange(i, count);
      DoubleVector argument = DoubleVector.fromArray(DOUBLES, x, xFrom + i, inside);
      VectorMask<Double> subnormal = argument.compare(LT, NORMAL);
      DoubleVector scaled = argument.blend(argument.mul(SCALE), subnormal);
      LongVector offset = scaled.viewAsIntegralLanes().sub(BIASED_SQRT_HALF);
      LongVector biased = offset.lanewise(LSHR, 52).or(MAGIC_BITS);
      DoubleVector shift = MAGIC_AND_BIAS.blend(MAGIC_BIAS_AND_SHIFT, subnormal);
      DoubleVector k = biased.viewAsFloatingLanes().sub(shift);
      DoubleVector f = offset.and(FRACTION_MASK).add(SQRT_HALF).viewAsFloatingLanes().sub(ONE);
      DoubleVector minusHalfSquare = f.mul(MINUS_HALF).mul(f);
      DoubleVector minusS = f.div(MINUS_TWO.sub(f));
      DoubleVector z = minusS.mul(minusS);
      DoubleVector tail = L7.fma(z, L6).fma(z, L5).fma(z, L4).fma(z, L3).fma(z, L2).fma(z, L1);
      DoubleVector upper = z.fma(tail, minusHalfSquare);
      DoubleVector rest = k.fma(LN2_LO, minusS.fma(upper, minusHalfSquare));
      k.fma(LN2_HI, f.add(rest))
          .blend(MINUS_INFINITY, argument.compare(EQ, ZERO))
          .blend(NAN, argument.compare(LT, ZERO))
          .blend(argument, argument.compare(LT, INFINITY).not())
          .intoArray(y, yFrom + i, inside);
    }
  }
}
