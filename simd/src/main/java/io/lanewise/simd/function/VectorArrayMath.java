package io.lanewise.simd.function;

import io.lanewise.kernel.ArrayMath;
import io.lanewise.kernel.ElementaryFunction;

/** The elementary functions, a vector at a time. */
public final class VectorArrayMath extends ArrayMath {

  private static final DoubleFunction DOUBLE_EXP = new DoubleExp();
  private static final DoubleFunction DOUBLE_LOG = new DoubleLog();
  private static final DoubleFunction DOUBLE_LOG1P = new DoubleLog1p();
  private static final FloatFunction FLOAT_EXP = new FloatExp();
  private static final FloatFunction FLOAT_LOG = new FloatLog();
  private static final FloatFunction FLOAT_LOG1P = new FloatLog1p();

  /** Creates the kernels; they hold no state. */
  public VectorArrayMath() {}

  @Override
  protected void apply(
      ElementaryFunction function, double[] x, int xFrom, double[] y, int yFrom, int count) {
    switch (function) {
      case EXP -> DOUBLE_EXP.apply(x, xFrom, y, yFrom, count);
      case LOG -> DOUBLE_LOG.apply(x, xFrom, y, yFrom, count);
      case LOG1P -> DOUBLE_LOG1P.apply(x, xFrom, y, yFrom, count);
    }
  }

  @Override
  protected void apply(
      ElementaryFunction function, float[] x, int xFrom, float[] y, int yFrom, int count) {
    switch (function) {
      case EXP -> FLOAT_EXP.apply(x, xFrom, y, yFrom, count);
      case LOG -> FLOAT_LOG.apply(x, xFrom, y, yFrom, count);
      case LOG1P -> FLOAT_LOG1P.apply(x, xFrom, y, yFrom, count);
    }
  }
}
