package io.lanewise.simd.gemm;

import io.lanewise.kernel.Matrix;
import java.util.Arrays;

/** Copies a panel of b so that its rows follow each other, padded with zeros to a tile's width. */
final class Packing {

  private static final int GROUP = 8;

  private Packing() {}

  /** From b stored row by row. */
  static void rows(Matrix b, int from, int depth, int columns, float[] panel, int at, int width) {
    float[] values = b.values();
    for (int p = 0; p < depth; p++) {
      int row = at + p * width;
      System.arraycopy(values, from + p * b.stride(), panel, row, columns);
      Arrays.fill(panel, row + columns, row + width, 0);
    }
  }

  /** From b stored transposed. */
  static void columns(
      Matrix b, int from, int depth, int columns, float[] panel, int at, int width) {
    int whole = columns - columns % GROUP;
    for (int j = 0; j < whole; j += GROUP) {
      group(b, from + j * b.stride(), depth, panel, at + j, width);
    }
    for (int j = whole; j < columns; j++) {
      column(b.values(), from + j * b.stride(), depth, panel, at + j, width);
    }
    for (int p = 0; columns < width && p < depth; p++) {
      Arrays.fill(panel, at + p * width + columns, at + (p + 1) * width, 0);
    }
  }

  /** Eight columns of the panel, of which a row is written at a time. */
  private static void group(Matrix b, int from, int depth, float[] panel, int at, int width) {
    float[] values = b.values();
    int next = b.stride();
    int to = at;
    for (int p = from; p < from + depth; p++) {
      panel[to] = values[p];
      panel[to + 1] = values[p + next];
      panel[to + 2] = values[p + 2 * next];
      panel[to + 3] = values[p + 3 * next];
      panel[to + 4] = values[p + 4 * next];
      panel[to + 5] = values[p + 5 * next];
      panel[to + 6] = values[p + 6 * next];
      panel[to + 7] = values[p + 7 * next];
      to += width;
    }
  }

  private static void column(
      float[] values, int from, int depth, float[] panel, int at, int width) {
    for (int p = 0; p < depth; p++) {
      panel[at + p * width] = values[from + p];
    }
  }
}
