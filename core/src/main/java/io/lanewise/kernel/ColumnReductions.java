package io.lanewise.kernel;

/**
 * Sums and moments of each column of a matrix: what gradients of biases and batch normalisation are
 * made of.
 *
 * <p><b>Order.</b> A column is added up in double, one row after the other, so the bits depend on
 * the rows alone. With m rows a sum is off by at most {@code m 2^-53 sum|x|} before it is rounded
 * to float: less than that rounding for up to 2^28 rows of one sign.
 *
 * <p>A sum of no rows is +0.0; NaN and infinities do what they do in a plain sum. Any thread may
 * call any method at any time.
 */
public abstract class ColumnReductions {

  /** Creates the kernels; they hold no state. */
  protected ColumnReductions() {}

  /**
   * Writes the sum of each column.
   *
   * <p>{@code sums[from + j] = sum_i x_ij}. Cost: a conversion and an addition an element.
   *
   * @param x the matrix
   * @param sums receives one float per column
   * @param from where to write the first
   * @throws IllegalArgumentException if the sums do not fit into the array, or would overwrite the
   *     matrix
   */
  public final void sums(Matrix x, float[] sums, int from) {
    Ranges.check("column sums", from, x.columns(), sums.length);
    // The arrays come first: training calls this all the time, and the matrix would be garbage.
    if (x.values() == sums && x.overlaps(new Matrix(sums, from, 1, x.columns(), x.columns()))) {
      throw new IllegalArgumentException(
          "column sums: writing from %d of the array that holds the %s".formatted(from, x));
    }
    columnSums(x, sums, from);
  }

  /**
   * Writes the mean of each column and the sum of its squared deviations.
   *
   * <p>{@code means[j] = sum_i x_ij / m}, {@code squares[j] = sum_i (x_ij - means[j])^2}, {@code m}
   * rows: the variance is {@code squares[j] / m}, or {@code / (m - 1)} if it is to be unbiased. Two
   * passes over the rows. Error, to first order: {@code (m + 1) 2^-53} of the mean of |x| and
   * {@code (m + 3) 2^-53} of the squares; floats of one size add up exactly, and then the mean is
   * the nearest double. A value that is not finite makes mean and squares of its column NaN, or the
   * mean infinite. Cost: four operations and two reads an element.
   *
   * @param x the matrix, of at least one row
   * @param means receives one double per column
   * @param squares receives one double per column, at least 0 or NaN
   * @param from where to write the first, in both
   * @throws IllegalArgumentException if there is no row, or the results do not fit into an array,
   *     or both are one array
   */
  public final void moments(Matrix x, double[] means, double[] squares, int from) {
    Ranges.check("column means", from, x.columns(), means.length);
    Ranges.check("column squares", from, x.columns(), squares.length);
    if (x.rows() == 0 || means == squares) {
      throw new IllegalArgumentException(
          "column moments of %s into %s, expected a row and two arrays"
              .formatted(x, means == squares ? "one array" : "two arrays"));
    }
    columnMoments(x, means, squares, from);
  }

  /** As {@link #sums}, of arguments that were checked. */
  protected abstract void columnSums(Matrix x, float[] sums, int from);

  /**
   * As {@link #moments}, of arguments that were checked: the mean, then {@code (x - mean)^2} by
   * fma.
   */
  protected abstract void columnMoments(Matrix x, double[] means, double[] squares, int from);

  /** The sum of one column, row after row. */
  protected static double sum(Matrix x, int column) {
    double sum = 0;
    for (int i = 0, at = x.from() + column; i < x.rows(); i++, at += x.stride()) {
      sum += x.values()[at];
    }
    return sum;
  }

  /** The squared deviations of one column, row after row. */
  protected static double squares(Matrix x, int column, double mean) {
    double squares = 0;
    for (int i = 0, at = x.from() + column; i < x.rows(); i++, at += x.stride()) {
      double distance = x.values()[at] - mean;
      squares = Math.fma(distance, distance, squares);
    }
    return squares;
  }
}
