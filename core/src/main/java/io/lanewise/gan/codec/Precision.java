package io.lanewise.gan.codec;

/** A format of binary floating-point numbers. */
enum Precision {
  HALF,
  SINGLE,
  DOUBLE;

  /** The number of this format that is nearest; monotone, so between two numbers stays there. */
  double round(double value) {
    return switch (this) {
      case HALF -> Float.float16ToFloat(Float.floatToFloat16((float) value));
      case SINGLE -> (float) value;
      case DOUBLE -> value;
    };
  }

  /** The narrowest format that has all of the numbers. */
  static Precision narrowest(double[] values) {
    for (Precision precision : values()) {
      boolean fits = true;
      for (int i = 0; fits && i < values.length; i++) {
        fits = precision.round(values[i]) == values[i];
      }
      if (fits) {
        return precision;
      }
    }
    return DOUBLE;
  }
}
