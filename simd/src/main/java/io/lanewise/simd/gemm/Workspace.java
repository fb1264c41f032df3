package io.lanewise.simd.gemm;

import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.MatrixProducts;

/** What one thread needs while it multiplies; made at its first product, 0.7 MB. */
final class Workspace {

  private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

  final Block block = new Block(this);

  /** Packed panels of b, one behind the other. */
  final float[] panels = new float[Block.DEPTH * (Block.COLUMNS + Width.WIDEST)];

  private final Matrix wide = rows(panels, Width.WIDEST);
  private final Matrix tile = rows(panels, Width.TILE);
  private final Matrix strip = rows(panels, Width.LANES);

  /** Some rows of a panel of c that is narrower than a tile. */
  final Matrix edge = rows(new float[Block.ROWS * Width.WIDEST], Width.WIDEST);

  /** The lanes of some rows. */
  final float[] lanes = new float[DotProducts.ROWS * MatrixProducts.LANES];

  /** The two sums that are left of these. */
  final float[] pairs = new float[2 * DotProducts.ROWS];

  /** Sums of some rows. */
  final float[] sums = new float[ColumnSums.GROUP];

  static Workspace ofThread() {
    return OF_THREAD.get();
  }

  /** The packed panels as rows of so many columns. */
  Matrix packed(int width) {
    return width == Width.WIDEST ? wide : width == Width.TILE ? tile : strip;
  }

  private static Matrix rows(float[] values, int columns) {
    return new Matrix(values, 0, values.length / columns, columns, columns);
  }
}
