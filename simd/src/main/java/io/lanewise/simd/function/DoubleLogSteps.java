package io.lanewise.simd.function;

import static io.lanewise.kernel.DoubleFunctions.SQRT_HALF_BITS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.LSHR;

import io.lanewise.kernel.DoubleFunctions;
import io.lanewise.kernel.LogTerms;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/** What the logarithms of doubles share, a vector at a time. */
final class DoubleLogSteps {

  static final LongVector FRACTION_MASK = broadcast((1L << 52) - 1);

  /** Makes exponents of either sign positive. */
  private static final long BIAS = 1023L << 52;

  /** The bits of 2^52: or-ed with a small integer they are the double 2^52 + that integer. */
  static final LongVector MAGIC_BITS = broadcast(0x433L << 52);

  static final DoubleVector MAGIC_AND_BIAS = broadcast(0x1p52 + 1023);

  static final LongVector SQRT_HALF = broadcast(SQRT_HALF_BITS);
  static final LongVector BIASED_SQRT_HALF = broadcast(SQRT_HALF_BITS - BIAS);
  private static final LongVector BIASED_ONE = broadcast(DoubleFunctions.ONE_BITS + BIAS);
  private static final LongVector EXPONENT_MASK = broadcast(LogTerms.EXPONENT_MASK);
  static final DoubleVector MINUS_HALF = broadcast(-0.5);
  static final DoubleVector MINUS_TWO = broadcast(-2.0);
  static final DoubleVector LN2_HI = broadcast(LogTerms.LN2_HI);
  static final DoubleVector LN2_LO = broadcast(LogTerms.LN2_LO);
  static final DoubleVector L1 = broadcast(DoubleFunctions.L1);
  static final DoubleVector L2 = broadcast(DoubleFunctions.L2);
  static final DoubleVector L3 = broadcast(DoubleFunctions.L3);
  static final DoubleVector L4 = broadcast(DoubleFunctions.L4);
  static final DoubleVector L5 = broadcast(DoubleFunctions.L5);
  static final DoubleVector L6 = broadcast(DoubleFunctions.L6);
  static final DoubleVector L7 = broadcast(DoubleFunctions.L7);

  private DoubleLogSteps() {}

  /** The bits of a number less those of sqrt 1/2: a biased exponent k, and a fraction. */
  static LongVector offset(DoubleVector x) {
    return x.viewAsIntegralLanes().sub(BIASED_SQRT_HALF);
  }

  /** x/2^k, in [sqrt 1/2, sqrt 2). */
  static DoubleVector mantissa(LongVector offset) {
    return offset.and(FRACTION_MASK).add(SQRT_HALF).viewAsFloatingLanes();
  }

  /** 2^-k, for k from -1022 to 1022. */
  static DoubleVector scale(LongVector offset) {
    LongVector power = offset.and(EXPONENT_MASK);
    return BIASED_ONE.sub(power).viewAsFloatingLanes();
  }

  /** k; there is no conversion of long lanes in AVX2, hence the magic. */
  static DoubleVector exponent(LongVector offset) {
    LongVector biased = offset.lanewise(LSHR, 52);
    return biased.or(MAGIC_BITS).viewAsFloatingLanes().sub(MAGIC_AND_BIAS);
  }

  /** ln(2^k (1+f)). */
  static DoubleVector log(DoubleVector k, DoubleVector f) {
    DoubleVector minusHalfSquare = f.mul(MINUS_HALF).mul(f);
    DoubleVector minusS = f.div(MINUS_TWO.sub(f));
    DoubleVector z = minusS.mul(minusS);
    DoubleVector tail = L7.fma(z, L6).fma(z, L5).fma(z, L4).fma(z, L3).fma(z, L2).fma(z, L1);
    DoubleVector upper = z.fma(tail, minusHalfSquare);
    DoubleVector rest = k.fma(LN2_LO, minusS.fma(upper, minusHalfSquare));
    return k.fma(LN2_HI, f.add(rest));
  }
}
