package io.lanewise.kernel.scalar;

import io.lanewise.kernel.ArrayMath;
import io.lanewise.kernel.DoubleFunctions;
import io.lanewise.kernel.ElementaryFunction;
import io.lanewise.kernel.FloatFunctions;

/** The elementary functions, one element after the other. */
public final class ScalarArrayMath extends ArrayMath {

  /** Creates the kernels; they hold no state. */
  public ScalarArrayMath() {}

  @Override
  protected void apply(
      ElementaryFunction function, double[] x, int xFrom, double[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      double argument = x[xFrom + i];
      y[yFrom + i] =
          switch (function) {
            case EXP -> DoubleFunctions.exp(argument);
            case LOG -> DoubleFunctions.log(argument);
            case LOG1P -> DoubleFunctions.log1p(argument);
          };
    }
  }

  @Override
  protected void apply(
      ElementaryFunction function, float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      float argument = x[xFrom + i];
      y[yFrom + i] =
          switch (function) {
            case EXP -> FloatFunctions.exp(argument);
            case LOG -> FloatFunctions.log(argument);
            case LOG1P -> FloatFunctions.log1p(argument);
          };
    }
  }
}
