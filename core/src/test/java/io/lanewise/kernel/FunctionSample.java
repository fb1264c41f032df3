package io.lanewise.kernel;

import java.util.Random;

/** Arguments of functions: special ones, ones of every magnitude and ordinary ones. */
final class FunctionSample {

  private static final double[] SPECIAL_DOUBLES = {
    Double.NaN,
    Double.longBitsToDouble(0xfff0000000000001L),
    Double.longBitsToDouble(0x7fffffffffffffffL),
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    0.0,
    -0.0,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Math.nextDown(Double.MIN_NORMAL),
    Double.MIN_NORMAL,
    -Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    1,
    -1,
    Math.nextUp(-1),
    Math.nextDown(-1),
    Math.nextDown(1),
    0x1.6a09e667f3bcdp-1,
    0x1.6a09e667f3bccp-1,
    0x1p53,
    0x1p60,
    0x1.0000000000001p60,
    708,
    -708,
    Math.nextUp(708),
    Math.nextDown(-708),
    0x1.62e42fefa39efp9,
    0x1.62e42fefa39f0p9,
    -745.1332191019411,
    -745.1332191019412,
    -746,
    710,
    -800,
    800
  };

  private static final float[] SPECIAL_FLOATS = {
    Float.NaN,
    Float.intBitsToFloat(0xff800001),
    Float.intBitsToFloat(0x7fffffff),
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    0.0f,
    -0.0f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Math.nextDown(Float.MIN_NORMAL),
    Float.MIN_NORMAL,
    -Float.MIN_NORMAL,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    1,
    -1,
    Math.nextUp(-1f),
    Math.nextDown(-1f),
    Math.nextDown(1f),
    0x1.6a09e6p-1f,
    0x1.6a09e8p-1f,
    0x1p24f,
    0x1p30f,
    0x1.000002p30f,
    87,
    -87,
    Math.nextUp(87f),
    Math.nextDown(-87f),
    0x1.62e42ep6f,
    0x1.62e43p6f,
    -103.97208f,
    -104,
    -105,
    89,
    0.55f,
    Math.nextDown(0.55f),
    8,
    16,
    17,
    32,
    33
  };

  private FunctionSample() {}

  static double[] specialDoubles() {
    return SPECIAL_DOUBLES.clone();
  }

  static float[] specialFloats() {
    return SPECIAL_FLOATS.clone();
  }

  /** Any bits at all. */
  static double[] anyDoubles(Random random, int count) {
    return random.longs(count).mapToDouble(Double::longBitsToDouble).toArray();
  }

  /** Mostly what loops for ordinary arguments take, whichever the function. */
  static double[] ordinaryDoubles(Random random, int count) {
    double spread = Math.scalb(1.0, random.nextInt(16) - 8);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = spread * random.nextGaussian();
      if (random.nextInt(200) == 0) {
        values[i] = SPECIAL_DOUBLES[random.nextInt(SPECIAL_DOUBLES.length)];
      }
    }
    return values;
  }

  /** Any bits at all. */
  static float[] anyFloats(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = Float.intBitsToFloat(random.nextInt());
    }
    return values;
  }

  /** Mostly what loops for ordinary arguments take, whichever the function. */
  static float[] ordinaryFloats(Random random, int count) {
    float spread = Math.scalb(1f, random.nextInt(12) - 6);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = spread * (float) random.nextGaussian();
      if (random.nextInt(200) == 0) {
        values[i] = SPECIAL_FLOATS[random.nextInt(SPECIAL_FLOATS.length)];
      }
    }
    return values;
  }

  static double[] sizes(double[] values) {
    double[] sizes = new double[values.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(values[i]);
    }
    return sizes;
  }

  static float[] sizes(float[] values) {
    float[] sizes = new float[values.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(values[i]);
    }
    return sizes;
  }
}
