package io.lanewise.kernel;

import java.util.Objects;

/**
 * A rectangle of floats in an array, row by row: element (i, j) is {@code values[from + i * stride
 * + j]}.
 *
 * <p>The array is not copied: whoever holds the matrix reads and writes it. A matrix without rows
 * or columns holds no element and is valid wherever it begins inside the array.
 *
 * @param values the array
 * @param from index of element (0, 0)
 * @param rows number of rows, at least 0
 * @param columns number of columns, at least 0
 * @param stride distance between the beginnings of two rows, at least {@code columns}
 */
public record Matrix(float[] values, int from, int rows, int columns, int stride) {

  /**
   * Checks that the rectangle lies inside the array.
   *
   * @throws IllegalArgumentException if it does not, or a size is negative
   */
  public Matrix {
    Objects.requireNonNull(values, "values");
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException(
          "matrix of " + rows + " x " + columns + ", expected sizes of at least 0");
    }
    if (stride < columns) {
      throw new IllegalArgumentException(
          "matrix: stride is " + stride + ", expected at least the " + columns + " columns");
    }
    if (from < 0 || from > values.length) {
      throw new IllegalArgumentException(
          "matrix begins at " + from + " of an array of " + values.length);
    }
    long end = from + span(rows, columns, stride);
    if (end > values.length) {
      throw new IllegalArgumentException(
          "matrix of %d x %d at %d with stride %d ends at %d of an array of %d"
              .formatted(rows, columns, from, stride, end, values.length));
    }
  }

  /**
   * Returns the matrix that fills an array without gaps.
   *
   * @param values the array, of {@code rows * columns} elements
   * @param rows number of rows
   * @param columns number of columns
   * @return a view of the array
   * @throws IllegalArgumentException if the array has another length
   */
  public static Matrix of(float[] values, int rows, int columns) {
    long size = (long) rows * columns;
    if (size != values.length) {
      throw new IllegalArgumentException(
          "matrix: array has %d elements, expected rows*columns = %d*%d = %d"
              .formatted(values.length, rows, columns, size));
    }
    return new Matrix(values, 0, rows, columns, columns);
  }

  /**
   * Returns a matrix of zeros.
   *
   * @param rows number of rows
   * @param columns number of columns
   * @return a matrix with an array of its own
   * @throws IllegalArgumentException if a size is negative or the product exceeds an array
   */
  public static Matrix zeros(int rows, int columns) {
    long size = (long) rows * columns;
    if (rows < 0 || columns < 0 || size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "matrix of %d x %d, expected sizes of at least 0 and at most 2^31-1 elements"
              .formatted(rows, columns));
    }
    return of(new float[(int) size], rows, columns);
  }

  /**
   * Returns some of the rows.
   *
   * @param begin first row
   * @param end one past the last row
   * @return a view of the same array
   * @throws IllegalArgumentException if there are no such rows
   */
  public Matrix rows(int begin, int end) {
    checkRange("rows", begin, end, rows);
    // Where no element is left, the beginning could lie past the end of the array.
    int first = begin == end || columns == 0 ? from : from + begin * stride;
    return new Matrix(values, first, end - begin, columns, stride);
  }

  /**
   * Returns some of the columns.
   *
   * @param begin first column
   * @param end one past the last column
   * @return a view of the same array
   * @throws IllegalArgumentException if there are no such columns
   */
  public Matrix columns(int begin, int end) {
    checkRange("columns", begin, end, columns);
    int first = begin == end || rows == 0 ? from : from + begin;
    return new Matrix(values, first, rows, end - begin, stride);
  }

  /**
   * Returns whether the two share an element of an array, or may do: rectangles of one array whose
   * first and last elements interleave count as overlapping. A matrix without elements overlaps
   * none.
   *
   * @param other another matrix
   * @return false if writing to one cannot change the other
   */
  public boolean overlaps(Matrix other) {
    long span = span(rows, columns, stride);
    long otherSpan = span(other.rows, other.columns, other.stride);
    return values == other.values
        && span > 0
        && otherSpan > 0
        && from < other.from + otherSpan
        && other.from < from + span;
  }

  /** Elements from the first to one past the last; 0 without elements. */
  private static long span(int rows, int columns, int stride) {
    return rows == 0 || columns == 0 ? 0 : (long) (rows - 1) * stride + columns;
  }

  private static void checkRange(String what, int begin, int end, int size) {
    if (begin < 0 || begin > end || end > size) {
      throw new IllegalArgumentException(
          "%s [%d, %d) of a matrix that has %d".formatted(what, begin, end, size));
    }
  }

  /** Two matrices are equal where they are the same rectangle of the same array. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix that
        && values == that.values
        && from == that.from
        && rows == that.rows
        && columns == that.columns
        && stride == that.stride;
  }

  @Override
  public int hashCode() {
    return Objects.hash(System.identityHashCode(values), from, rows, columns, stride);
  }

  @Override
  public String toString() {
    return rows + " x " + columns + " floats from " + from + " with stride " + stride;
  }
}
