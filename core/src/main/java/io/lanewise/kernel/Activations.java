package io.lanewise.kernel;

/**
 * Activation functions and softmax, forward and backward, in float.
 *
 * <p>Every implementation returns the bits of {@link ActivationTerms}. The output of a method may
 * be one of its inputs, element for element; any other overlap is refused, as is whatever does not
 * fit, before anything is written.
 *
 * <p><b>Order of addition.</b> Column j of a row goes to lane {@code j % 16}; a lane adds in
 * double, in order, starting from +0.0; the 16 lanes are folded 8+8, 4+4, 2+2, 1+1 ({@link
 * LogSums#fold}). The order depends on nothing else, so neither do the bits.
 *
 * <p>There are no double versions: layers compute in float, and a loss in double is a sum of {@link
 * ArrayMath} terms.
 */
public abstract class Activations {

  /** Creates kernels; they hold no state. */
  protected Activations() {}

  /**
   * Computes y = f(x).
   *
   * <p>NaN gives NaN. See {@link ActivationTerms} for infinities, zeros and errors.
   *
   * <p>Cost, in ns an element on AVX-512: relu 0.1, sigmoid 0.6, tanh 0.7, softplus 0.9 ({@code
   * ActivationBenchmark}).
   *
   * @param activation f
   * @param x the arguments
   * @param xFrom index of the first argument
   * @param y receives the results
   * @param yFrom index of the first result
   * @param count how many
   * @throws IllegalArgumentException if a range lies outside its array or the two overlap otherwise
   *     than element for element
   */
  public final void forward(
      Activation activation, float[] x, int xFrom, float[] y, int yFrom, int count) {
    Ranges.check("x", xFrom, count, x.length);
    Ranges.check("y", yFrom, count, y.length);
    if (x == y) {
      Ranges.checkSameOrApart("x", xFrom, "y", yFrom, count);
    }
    applyForward(activation, x, xFrom, y, yFrom, count);
  }

  /**
   * Computes dx = f'(x) dy from the output of the forward step.
   *
   * <p>f' is 1 for the identity, 1 or 0 for relu (0 at 0), 1 or the slope for a leaky unit (the
   * slope at 0), {@code (1-y) y} for the sigmoid, {@code (1-y)(1+y)} for tanh, {@code 1 - e^-y} for
   * softplus. A NaN in y gives NaN.
   *
   * @param activation f
   * @param y what {@link #forward} returned
   * @param yFrom index of the first output
   * @param dy derivatives by the outputs
   * @param dyFrom index of the first derivative by an output
   * @param dx receives the derivatives by the arguments
   * @param dxFrom index of the first result
   * @param count how many
   * @throws IllegalArgumentException if a range lies outside its array or dx overlaps another range
   *     otherwise than element for element
   */
  public final void backward(
      Activation activation,
      float[] y,
      int yFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int count) {
    Ranges.check("y", yFrom, count, y.length);
    Ranges.check("dy", dyFrom, count, dy.length);
    Ranges.check("dx", dxFrom, count, dx.length);
    if (y == dx) {
      Ranges.checkSameOrApart("y", yFrom, "dx", dxFrom, count);
    }
    if (dy == dx) {
      Ranges.checkSameOrApart("dy", dyFrom, "dx", dxFrom, count);
    }
    applyBackward(activation, y, yFrom, dy, dyFrom, dx, dxFrom, count);
  }

  /**
   * Computes the shares of every row.
   *
   * <p>{@code y_j = exp(x_j) / sum_k exp(x_k)}, from the differences to the largest element.
   *
   * <p>-infinity gives +0. A row that holds NaN or +infinity, or nothing but -infinity, becomes NaN
   * throughout. A row of one finite number gives 1.
   *
   * <p>Error of a share in units in the last place: below 4.1, from 0.9 for an exponential, as much
   * for the sum and one rounding; the largest of 10^7 was 1.74 ({@code SoftmaxAccuracyTest}).
   *
   * @param x rows
   * @param y receives the shares; x itself or another array
   * @throws IllegalArgumentException if the shapes differ or the two overlap otherwise than element
   *     for element
   */
  public final void softmax(Matrix x, Matrix y) {
    checkPair("x", x, "y", y);
    applySoftmax(x, y);
  }

  /**
   * Computes the logarithms of the shares of every row.
   *
   * <p>{@code y_j = x_j - ln sum_k exp(x_k)}, without forming the sum: the element that leads a row
   * keeps its relative accuracy however far it leads.
   *
   * <p>-infinity gives -infinity. A row that holds NaN or +infinity, or nothing but -infinity,
   * becomes NaN throughout. A row of one finite number gives 0.
   *
   * <p>Error in units in the last place, the largest of 10^7: 1.36 ({@code SoftmaxAccuracyTest}).
   *
   * @param x rows
   * @param y receives the logarithms, in nats; x itself or another array
   * @throws IllegalArgumentException as for {@link #softmax}
   */
  public final void logSoftmax(Matrix x, Matrix y) {
    checkPair("x", x, "y", y);
    applyLogSoftmax(x, y);
  }

  /**
   * Computes {@code ln sum_j exp(x_j)} of every row.
   *
   * <p>A row that holds NaN gives NaN; else one that holds +infinity gives +infinity; a row of
   * nothing but -infinity, or of nothing, gives -infinity; a row of one number gives that number.
   *
   * <p>Error: half a unit in the last place and 2^-23 of the distance from the largest element
   * ({@code SoftmaxAccuracyTest}); near 0 it is absolute, as the two may cancel.
   *
   * @param x rows
   * @param y receives one number a row, in nats; may not overlap x
   * @param yFrom index of the first result
   * @throws IllegalArgumentException if the results do not fit or overlap x
   */
  public final void logSumExp(Matrix x, float[] y, int yFrom) {
    Ranges.check("y", yFrom, x.rows(), y.length);
    if (x.values() == y && x.overlaps(new Matrix(y, yFrom, 1, x.rows(), x.rows()))) {
      throw new IllegalArgumentException(
          "y: %d results from %d overlap x, %s".formatted(x.rows(), yFrom, x));
    }
    applyLogSumExp(x, y, yFrom);
  }

  /**
   * Computes the derivatives by the arguments of {@link #softmax}.
   *
   * <p>{@code dx_j = y_j (dy_j - sum_k y_k dy_k)}; the sum is rounded to float once. NaN in a row
   * of y or dy makes the whole row NaN.
   *
   * @param y what softmax returned
   * @param dy derivatives by y
   * @param dx receives the derivatives by x; y, dy or another array
   * @throws IllegalArgumentException as for {@link #softmax}
   */
  public final void softmaxBackward(Matrix y, Matrix dy, Matrix dx) {
    checkTriple(y, dy, dx);
    applySoftmaxBackward(y, dy, dx);
  }

  /**
   * Computes the derivatives by the arguments of {@link #logSoftmax}.
   *
   * <p>{@code dx_j = dy_j - exp(y_j) sum_k dy_k}; the sum is rounded to float once. NaN in a row of
   * dy makes the whole row NaN.
   *
   * @param y what logSoftmax returned
   * @param dy derivatives by y
   * @param dx receives the derivatives by x; y, dy or another array
   * @throws IllegalArgumentException as for {@link #softmax}
   */
  public final void logSoftmaxBackward(Matrix y, Matrix dy, Matrix dx) {
    checkTriple(y, dy, dx);
    applyLogSoftmaxBackward(y, dy, dx);
  }

  /**
   * {@link #forward} on ranges that are known to fit.
   *
   * @param activation f
   * @param x the arguments
   * @param xFrom index of the first argument
   * @param y receives the results
   * @param yFrom index of the first result
   * @param count how many
   */
  protected abstract void applyForward(
      Activation activation, float[] x, int xFrom, float[] y, int yFrom, int count);

  /**
   * {@link #backward} on ranges that are known to fit.
   *
   * @param activation f
   * @param y the outputs
   * @param yFrom index of the first output
   * @param dy derivatives by the outputs
   * @param dyFrom index of the first derivative
   * @param dx receives the results
   * @param dxFrom index of the first result
   * @param count how many
   */
  protected abstract void applyBackward(
      Activation activation,
      float[] y,
      int yFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int count);

  /**
   * {@link #softmax} on matrices of one shape.
   *
   * @param x rows
   * @param y receives the shares
   */
  protected abstract void applySoftmax(Matrix x, Matrix y);

  /**
   * {@link #logSoftmax} on matrices of one shape.
   *
   * @param x rows
   * @param y receives the logarithms
   */
  protected abstract void applyLogSoftmax(Matrix x, Matrix y);

  /**
   * {@link #logSumExp} where the results fit.
   *
   * @param x rows
   * @param y receives one number a row
   * @param yFrom index of the first result
   */
  protected abstract void applyLogSumExp(Matrix x, float[] y, int yFrom);

  /**
   * {@link #softmaxBackward} on matrices of one shape.
   *
   * @param y what softmax returned
   * @param dy derivatives by y
   * @param dx receives the derivatives by x
   */
  protected abstract void applySoftmaxBackward(Matrix y, Matrix dy, Matrix dx);

  /**
   * {@link #logSoftmaxBackward} on matrices of one shape.
   *
   * @param y what logSoftmax returned
   * @param dy derivatives by y
   * @param dx receives the derivatives by x
   */
  protected abstract void applyLogSoftmaxBackward(Matrix y, Matrix dy, Matrix dx);

  private static void checkTriple(Matrix y, Matrix dy, Matrix dx) {
    checkPair("y", y, "dx", dx);
    checkPair("dy", dy, "dx", dx);
  }

  private static void checkPair(String name, Matrix in, String outName, Matrix out) {
    if (in.rows() != out.rows() || in.columns() != out.columns()) {
      throw new IllegalArgumentException(
          "%s is %d x %d, expected the shape of %s, %d x %d"
              .formatted(outName, out.rows(), out.columns(), name, in.rows(), in.columns()));
    }
    if (!in.equals(out) && in.overlaps(out)) {
      throw new IllegalArgumentException(
          "%s overlaps %s: %s and %s".formatted(outName, name, out, in));
    }
  }
}
