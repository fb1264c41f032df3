package io.lanewise.kernel;

/**
 * The exponential function and logarithms of whole arrays.
 *
 * <p>Shapes: {@code y[yFrom + i] = f(x[xFrom + i])} for i in {@code [0, count)}. The output may be
 * the input, element for element; any other overlap is refused, as is a range outside its array,
 * before anything is written.
 *
 * <p>Every implementation returns the bits of {@link DoubleFunctions} and {@link FloatFunctions},
 * where errors and special values are stated.
 */
public abstract class ArrayMath {

  /** Creates kernels; they hold no state. */
  protected ArrayMath() {}

  /**
   * Computes e^x.
   *
   * @param x the arguments
   * @param xFrom index of the first argument
   * @param y receives the results
   * @param yFrom index of the first result
   * @param count how many
   * @throws IllegalArgumentException if a range lies outside its array or the two overlap otherwise
   *     than element for element
   */
  public final void exp(double[] x, int xFrom, double[] y, int yFrom, int count) {
    checked(ElementaryFunction.EXP, x, xFrom, y, yFrom, count);
  }

  /**
   * Computes e^x.
   *
   * @param x the arguments
   * @param xFrom index of the first argument
   * @param y receives the results
   * @param yFrom index of the first result
   * @param count how many
   * @throws IllegalArgumentException as for doubles
   */
  public final void exp(float[] x, int xFrom, float[] y, int yFrom, int count) {
    checked(ElementaryFunction.EXP, x, xFrom, y, yFrom, count);
  }

  /**
   * Computes the natural logarithm.
   *
   * @param x the arguments
   * @param xFrom index of the first argument
   * @param y receives the results
   * @param yFrom index of the first result
   * @param count how many
   * @throws IllegalArgumentException as for {@link #exp(double[], int, double[], int, int)}
   */
  public final void log(double[] x, int xFrom, double[] y, int yFrom, int count) {
    checked(ElementaryFunction.LOG, x, xFrom, y, yFrom, count);
  }

  /**
   * Computes the natural logarithm.
   *
   * @param x the arguments
   * @param xFrom index of the first argument
   * @param y receives the results
   * @param yFrom index of the first result
   * @param count how many
   * @throws IllegalArgumentException as for {@link #exp(double[], int, double[], int, int)}
   */
  public final void log(float[] x, int xFrom, float[] y, int yFrom, int count) {
    checked(ElementaryFunction.LOG, x, xFrom, y, yFrom, count);
  }

  /**
   * Computes ln(1 + x).
   *
   * @param x the arguments
   * @param xFrom index of the first argument
   * @param y receives the results
   * @param yFrom index of the first result
   * @param count how many
   * @throws IllegalArgumentException as for {@link #exp(double[], int, double[], int, int)}
   */
  public final void log1p(double[] x, int xFrom, double[] y, int yFrom, int count) {
    checked(ElementaryFunction.LOG1P, x, xFrom, y, yFrom, count);
  }

  /**
   * Computes ln(1 + x).
   *
   * @param x the arguments
   * @param xFrom index of the first argument
   * @param y receives the results
   * @param yFrom index of the first result
   * @param count how many
   * @throws IllegalArgumentException as for {@link #exp(double[], int, double[], int, int)}
   */
  public final void log1p(float[] x, int xFrom, float[] y, int yFrom, int count) {
    checked(ElementaryFunction.LOG1P, x, xFrom, y, yFrom, count);
  }

  /**
   * Applies a function to a range that is known to fit.
   *
   * @param function which
   * @param x the arguments
   * @param xFrom index of the first argument
   * @param y receives the results
   * @param yFrom index of the first result
   * @param count how many
   */
  protected abstract void apply(
      ElementaryFunction function, double[] x, int xFrom, double[] y, int yFrom, int count);

  /**
   * Applies a function to a range that is known to fit.
   *
   * @param function which
   * @param x the arguments
   * @param xFrom index of the first argument
   * @param y receives the results
   * @param yFrom index of the first result
   * @param count how many
   */
  protected abstract void apply(
      ElementaryFunction function, float[] x, int xFrom, float[] y, int yFrom, int count);

  private void checked(
      ElementaryFunction function, double[] x, int xFrom, double[] y, int yFrom, int count) {
    Ranges.check("x", xFrom, count, x.length);
    Ranges.check("y", yFrom, count, y.length);
    if (x == y) {
      Ranges.checkSameOrApart("x", xFrom, "y", yFrom, count);
    }
    apply(function, x, xFrom, y, yFrom, count);
  }

  private void checked(
      ElementaryFunction function, float[] x, int xFrom, float[] y, int yFrom, int count) {
    Ranges.check("x", xFrom, count, x.length);
    Ranges.check("y", yFrom, count, y.length);
    if (x == y) {
      Ranges.checkSameOrApart("x", xFrom, "y", yFrom, count);
    }
    apply(function, x, xFrom, y, yFrom, count);
  }
}
