package io.lanewise.kernel;

/** A function of one number that {@link ArrayMath} applies to arrays. */
public enum ElementaryFunction {
  /** e^x. */
  EXP,
  /** The natural logarithm. */
  LOG,
  /** ln(1 + x). */
  LOG1P
}
