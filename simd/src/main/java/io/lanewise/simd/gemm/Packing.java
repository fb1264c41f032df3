package io.lanewise.simd.gemm;

import io.lanewise.kernel.Matrix;
import java.util.Arrays;

/** Copies a panel of b so that its rows follow each other, padded with zeros to a tile's width. */
final class Packing {

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
    for (int j = 0; j < columns; j++) {
      column(b.values(), from + j * b.stride(), depth, panel, at + j, width);
    }
    for (int p = 0; columns < width && p < depth; p++) {
      Arrays.fill(panel, at + p * width + columns, at + (p + 1) * width, 0);
    }
  }

  private static void column(
      float[] values, int from, int depth, float[] panel, int at, int width) {
    for (int p = 0; p < depth; p++) {
      panel[at + p * width] = values[from + p];
    }
  }
}
