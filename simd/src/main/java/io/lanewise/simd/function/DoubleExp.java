package io.lanewise.simd.function;

import static io.lanewise.kernel.DoubleFunctions.EXP_HIGHEST;
import static io.lanewise.kernel.DoubleFunctions.EXP_LOWEST;
import static io.lanewise.kernel.DoubleFunctions.LIFT;
import static io.lanewise.kernel.DoubleFunctions.QUARTER_SHIFT;
import static io.lanewise.simd.function.FunctionLanes.DOUBLES;
import static io.lanewise.simd.function.FunctionLanes.LONGS;
import static io.lanewise.simd.function.FunctionLanes.broadcast;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.ULE;
import static jdk.incubator.vector.VectorOperators.UMAX;

import io.lanewise.kernel.DoubleFunctions;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/** As {@link DoubleFunctions#exp}. */
final class DoubleExp extends DoubleFunction {

  /**
   * Twice the bits of 708, up to which neither the result nor a power of two leaves the range: the
   * sign is shifted out, and NaN and the infinities lie above.
   */
  private static final LongVector ORDINARY = broadcast(Double.doubleToRawLongBits(708) << 1);

  private static final DoubleVector ROUNDING = broadcast(DoubleFunctions.ROUNDING);
  private static final LongVector THREE = broadcast(3L);
  private static final DoubleVector QUARTERS = broadcast(DoubleFunctions.QUARTERS);
  private static final DoubleVector MINUS_HI = broadcast(DoubleFunctions.MINUS_QUARTER_HI);
  private static final DoubleVector MINUS_LO = broadcast(DoubleFunctions.MINUS_QUARTER_LO);
  private static final DoubleVector E2 = broadcast(DoubleFunctions.E2);
  private static final DoubleVector E3 = broadcast(DoubleFunctions.E3);
  private static final DoubleVector E4 = broadcast(DoubleFunctions.E4);
  private static final DoubleVector E5 = broadcast(DoubleFunctions.E5);
  private static final DoubleVector E6 = broadcast(DoubleFunctions.E6);
  private static final DoubleVector E7 = broadcast(DoubleFunctions.E7);
  private static final DoubleVector E8 = broadcast(DoubleFunctions.E8);

  /** The table, repeated to the width of a vector; of two lanes, its first half. */
  private static final LongVector POWERS = powers(0);

  /** The same from the third entry on. */
  private static final LongVector UPPER_POWERS = powers(2);

  /** Two vectors a round, of which one comparison and one jump decide. */
  @Override
  int ordinary(double[] x, int xFrom, double[] y, int yFrom, int count) {
    int lanes = DOUBLES.length();
    int i = 0;
    for (; i < count - lanes; i += 2 * lanes) {
      DoubleVector first = DoubleVector.fromArray(DOUBLES, x, xFrom + i);
      DoubleVector second = DoubleVector.fromArray(DOUBLES, x, xFrom + i + lanes);
      LongVector magnitude = first.viewAsIntegralLanes().lanewise(LSHL, 1);
      LongVector other = second.viewAsIntegralLanes().lanewise(LSHL, 1);
      if (!magnitude.lanewise(UMAX, other).compare(ULE, ORDINARY).allTrue()) {
        return i;
      }
      DoubleVector rounded = first.fma(QUARTERS, ROUNDING);
      DoubleVector otherRounded = second.fma(QUARTERS, ROUNDING);
      DoubleVector power = power(rounded).viewAsFloatingLanes();
      DoubleVector otherPower = power(otherRounded).viewAsFloatingLanes();
      growth(first, rounded).fma(power, power).intoArray(y, yFrom + i);
      growth(second, otherRounded).fma(otherPower, otherPower).intoArray(y, yFrom + i + lanes);
    }
    return i;
  }

  @Override
  void any(double[] x, int xFrom, double[] y, int yFrom, int count) {
    for (int i = 0; i < count; i += DOUBLES.length()) {
      VectorMask<Double> inside = DOUBLES.indexInRange(i, count);
      DoubleVector argument = DoubleVector.fromArray(DOUBLES, x, xFrom + i, inside);
      exp(argument).intoArray(y, yFrom + i, inside);
    }
  }

  private static DoubleVector exp(DoubleVector x) {
    DoubleVector above = x.blend(EXP_LOWEST, x.compare(LT, EXP_LOWEST));
    DoubleVector bounded = above.blend(EXP_HIGHEST, above.compare(GT, EXP_HIGHEST));
    VectorMask<Double> negative = x.compare(LT, 0);
    DoubleVector rounded = bounded.fma(QUARTERS, ROUNDING);
    LongVector lift = broadcast(-LIFT).blend(LIFT, negative.cast(LONGS));
    DoubleVector power = power(rounded).add(lift).viewAsFloatingLanes();
    DoubleVector back = broadcast(0x1p512).blend(0x1p-512, negative);
    return growth(bounded, rounded).fma(power, power).mul(back);
  }

  /** The bits of 2^(n/4). */
  private static LongVector power(DoubleVector rounded) {
    LongVector quarters = rounded.viewAsIntegralLanes();
    return quarters.lanewise(LSHL, QUARTER_SHIFT).add(entry(quarters));
  }

  private static LongVector entry(LongVector quarters) {
    if (LONGS.length() >= 4) {
      return quarters.and(THREE).selectFrom(POWERS);
    }
    LongVector low = quarters.and(1);
    VectorMask<Long> upper = quarters.and(2).compare(NE, 0);
    return low.selectFrom(POWERS).blend(low.selectFrom(UPPER_POWERS), upper);
  }

  private static DoubleVector growth(DoubleVector x, DoubleVector rounded) {
    DoubleVector n = rounded.sub(ROUNDING);
    DoubleVector r = n.fma(MINUS_LO, n.fma(MINUS_HI, x));
    DoubleVector square = r.mul(r);
    DoubleVector upper = E8.fma(square, E7.fma(r, E6)).fma(square, E5.fma(r, E4));
    return square.fma(upper.fma(square, E3.fma(r, E2)), r);
  }

  private static LongVector powers(int first) {
    long[] table = DoubleFunctions.powers();
    long[] lanes = new long[LONGS.length()];
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] = table[(first + i) % table.length];
    }
    return LongVector.fromArray(LONGS, lanes, 0);
  }
}
