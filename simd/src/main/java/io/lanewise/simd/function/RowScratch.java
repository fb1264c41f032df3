package io.lanewise.simd.function;

import io.lanewise.kernel.LogSums;

/**
 * Arrays that the row functions of one thread work in, so that a call allocates next to nothing.
 */
final class RowScratch {

  /** Short rows that are computed together: with 16 columns, all arrays lie in L1. */
  static final int ROWS = 32;

  private static final ThreadLocal<RowScratch> OF_THREAD = ThreadLocal.withInitial(RowScratch::new);

  /** Sums of the logical lanes of one long row. */
  final double[] lanes = new double[LogSums.LANES];

  /** The ragged end of a long row, filled up to a whole group. */
  final float[] group = new float[LogSums.LANES];

  /** How many exponentials of one long row are 1. */
  int onesOfRow;

  /** Elements of short rows, column by column, or what belongs to a block of a long row. */
  final float[] elements = new float[ROWS * LogSums.LANES];

  /** Their exponentials, or whatever else belongs to each. */
  final float[] others = new float[ROWS * LogSums.LANES];

  /** What each of them adds, column by column; folded, the sum of each row comes first. */
  final double[] terms = new double[ROWS * LogSums.LANES];

  /** The largest element of each row. */
  final float[] largest = new float[ROWS];

  /** How many exponentials of each row are 1; then the inverse of the sum, or its logarithm. */
  final float[] ones = new float[ROWS];

  /** What rounding those left. */
  final float[] lower = new float[ROWS];

  private RowScratch() {}

  static RowScratch ofThread() {
    return OF_THREAD.get();
  }
}
