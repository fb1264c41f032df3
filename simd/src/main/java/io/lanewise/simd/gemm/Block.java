package io.lanewise.simd.gemm;

import io.lanewise.kernel.Form;
import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.Product;
import io.lanewise.kernel.Update;

/** Some terms of some columns of a product, all rows. */
final class Block {

  static final int DEPTH = 256;
  static final int COLUMNS = 512;
  static final int ROWS = 96;
  static final int MANY_ROWS = 48;
  static final int DIRECT = 1 << 15;

  private final Workspace workspace;

  Block(Workspace workspace) {
    this.workspace = workspace;
  }

  void multiply(Product product, int column, int columns, int p, int depth, Epilogues epilogues) {
    boolean pack = pack(product, column, columns, p, depth);
    boolean last = p + depth == product.k();
    for (int row = 0; row < product.m(); row += ROWS) {
      int rows = Math.min(ROWS, product.m() - row);
      for (int j = 0; j < columns; j += Width.TILE) {
        panel(product, row, rows, column, j, Math.min(Width.TILE, columns - j), p, depth, pack);
      }
      if (last) {
        epilogues.apply(product, row, rows, column, columns);
      }
    }
  }

  private boolean pack(Product product, int column, int columns, int p, int depth) {
    Matrix b = product.b();
    boolean all =
        product.form() == Form.NT || (depth * columns > DIRECT && product.m() >= MANY_ROWS);
    for (int j = 0; j < columns; j += Width.TILE) {
      int count = Math.min(Width.TILE, columns - j);
      int width = width(count);
      int at = j * depth;
      if (product.form() == Form.NT) {
        int from = b.from() + (column + j) * b.stride() + p;
        Packing.columns(b, from, depth, count, workspace.panels, at, width);
      } else if (all || count != width) {
        int from = b.from() + p * b.stride() + column + j;
        Packing.rows(b, from, depth, count, workspace.panels, at, width);
      }
    }
    return all;
  }

  private static int width(int count) {
    return count > Width.LANES ? Width.TILE : count > Narrow.LANES ? Width.LANES : Narrow.LANES;
  }

  private void panel(
      Product product,
      int row,
      int rows,
      int column,
      int j,
      int count,
      int p,
      int depth,
      boolean pack) {
    int width = width(count);
    boolean packed = pack || count != width;
    Matrix b = packed ? workspace.packed(width) : product.b();
    int bFrom = packed ? j * depth : b.from() + p * b.stride() + column + j;
    Matrix a = product.a();
    boolean transposed = product.form() == Form.TN;
    int aFrom = a.from() + (transposed ? p * a.stride() + row : row * a.stride() + p);
    boolean add = p > 0 || product.update() == Update.ADD;
    Matrix c = product.c();
    int cFrom = c.from() + row * c.stride() + column + j;
    Matrix zeros = workspace.zeros;
    if (count == width) {
      Matrix start = add ? c : zeros;
      walk(transposed, width, a, aFrom, b, bFrom, start, add ? cFrom : 0, c, cFrom, rows, depth);
    } else {
      Matrix edge = workspace.edge;
      if (add) {
        copy(c, cFrom, edge, 0, rows, count);
      }
      walk(transposed, width, a, aFrom, b, bFrom, add ? edge : zeros, 0, edge, 0, rows, depth);
      copy(edge, 0, c, cFrom, rows, count);
    }
  }

  private static void copy(Matrix from, int at, Matrix to, int toAt, int rows, int count) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(
          from.values(), at + i * from.stride(), to.values(), toAt + i * to.stride(), count);
    }
  }

  private static void walk(
      boolean transposed,
      int width,
      Matrix a,
      int aFrom,
      Matrix b,
      int bFrom,
      Matrix start,
      int startFrom,
      Matrix c,
      int cFrom,
      int rows,
      int depth) {
    if (transposed) {
      if (width == Width.TILE) {
        ColumnTiles.down(a, aFrom, b, bFrom, start, startFrom, c, cFrom, rows, depth);
      } else if (width == Width.LANES) {
        ColumnStrips.down(a, aFrom, b, bFrom, start, startFrom, c, cFrom, rows, depth);
      } else {
        NarrowColumnStrips.down(a, aFrom, b, bFrom, start, startFrom, c, cFrom, rows, depth);
      }
    } else {
      if (width == Width.TILE) {
        RowTiles.down(a, aFrom, b, bFrom, start, startFrom, c, cFrom, rows, depth);
      } else if (width == Width.LANES) {
        RowStrips.down(a, aFrom, b, bFrom, start, startFrom, c, cFrom, rows, depth);
      } else {
        NarrowRowStrips.down(a, aFrom, b, bFrom, start, startFrom, c, cFrom, rows, depth);
      }
    }
  }
}
