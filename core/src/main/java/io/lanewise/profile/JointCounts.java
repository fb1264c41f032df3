package io.lanewise.profile;

import java.util.Arrays;

/** How often the coarse symbols of two columns came together: integers that add. */
public final class JointCounts {

  private final int rows;
  private final int columns;
  private final long[] counts;

  /**
   * A table of counts.
   *
   * @param rows symbols of the first column
   * @param columns symbols of the second column
   * @param counts row-major; become this object's own
   */
  JointCounts(int rows, int columns, long[] counts) {
    if (counts.length != rows * columns) {
      throw new IllegalArgumentException(
          counts.length + " counts for a table of " + rows + " x " + columns);
    }
    this.rows = rows;
    this.columns = columns;
    this.counts = counts;
  }

  /** Symbols of the first column. */
  public int rows() {
    return rows;
  }

  /** Symbols of the second column. */
  public int columns() {
    return columns;
  }

  /** The counts, row-major. */
  public long[] toArray() {
    return counts.clone();
  }

  /** How often each symbol of the first column occurs. */
  long[] rowSums() {
    long[] sums = new long[rows];
    for (int cell = 0; cell < counts.length; cell++) {
      sums[cell / columns] = Math.addExact(sums[cell / columns], counts[cell]);
    }
    return sums;
  }

  /** How often each symbol of the second column occurs. */
  long[] columnSums() {
    long[] sums = new long[columns];
    for (int cell = 0; cell < counts.length; cell++) {
      sums[cell % columns] = Math.addExact(sums[cell % columns], counts[cell]);
    }
    return sums;
  }

  JointCounts plus(JointCounts other) {
    requireSameShape(other);
    return new JointCounts(rows, columns, CountVectors.sum(counts, other.counts));
  }

  JointCounts minus(JointCounts other) {
    requireSameShape(other);
    return new JointCounts(rows, columns, CountVectors.difference(counts, other.counts));
  }

  private void requireSameShape(JointCounts other) {
    if (rows != other.rows || columns != other.columns) {
      throw new IllegalArgumentException(
          "joint counts of different shapes: " + this + " and " + other);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JointCounts that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return rows + " x " + columns + " " + Arrays.toString(counts);
  }
}
