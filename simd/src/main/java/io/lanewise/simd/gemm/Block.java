package io.lanewise.simd.gemm;

import io.lanewise.kernel.Form;
import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.Product;
import io.lanewise.kernel.Update;

/**
 * Some terms of some columns of a product, all rows: panel after panel of b, as wide as a tile.
 *
 * <p>One block of a thread is used again and again, so that nothing is allocated for a product.
 */
final class Block {

  /** Most terms: a panel of 384 x 32 floats comes from the second-level cache, tile after tile. */
  static final int DEPTH = 384;

  /** Most columns: with as many terms, half of 1 MiB of second-level cache. */
  static final int COLUMNS = 384;

  /** Rows between two looks at the same panel; what an epilogue finds in the cache. */
  static final int ROWS = 96;

  /**
   * Elements of b up to which panels are read where they are. Packing costs about 0.05 ns an
   * element, but rows that lie far apart share few lines of the first-level cache.
   */
  private static final int DIRECT = 1 << 15;

  /** Rows of c below which packing does not pay. */
  private static final int FEW_ROWS = 48;

  private final Workspace workspace;

  Block(Workspace workspace) {
    this.workspace = workspace;
  }

  void multiply(Product product, int column, int columns, int p, int depth, Epilogues epilogues) {
    boolean packed = pack(product, column, columns, p, depth);
    boolean last = p + depth == product.k();
    for (int row = 0; row < product.m(); row += ROWS) {
      int rows = Math.min(ROWS, product.m() - row);
      for (int j = 0; j < columns; j += Width.WIDEST) {
        int count = Math.min(Width.WIDEST, columns - j);
        boolean full = count == width(count);
        Matrix b = packed || !full ? workspace.packed(width(count)) : product.b();
        int bFrom = packed || !full ? j * depth : plain(product, column + j, p);
        if (full) {
          int cFrom = cFrom(product, row, column + j);
          boolean add = add(product, p);
          walk(product, row, rows, p, depth, width(count), b, bFrom, product.c(), cFrom, add);
        } else {
          edge(product, row, rows, column + j, count, p, depth, b, bFrom);
        }
      }
      if (last) {
        epilogues.apply(product, row, rows, column, columns);
      }
    }
  }

  /** Packs what must be: everything, or a last panel that is no full one. */
  private boolean pack(Product product, int column, int columns, int p, int depth) {
    boolean large = depth * columns > DIRECT && product.m() >= FEW_ROWS;
    boolean all = product.form() == Form.NT || large;
    for (int j = 0; j < columns; j += Width.WIDEST) {
      int count = Math.min(Width.WIDEST, columns - j);
      int width = width(count);
      int at = j * depth;
      if (product.form() == Form.NT) {
        int from = product.b().from() + (column + j) * product.b().stride() + p;
        Packing.columns(product.b(), from, depth, count, workspace.panels, at, width);
      } else if (all || count != width) {
        int from = plain(product, column + j, p);
        Packing.rows(product.b(), from, depth, count, workspace.panels, at, width);
      }
    }
    return all;
  }

  /** The narrowest tile that holds so many columns. */
  private static int width(int count) {
    return count > Width.TILE ? Width.WIDEST : count > Width.LANES ? Width.TILE : Width.LANES;
  }

  /** Where a panel of b begins that is read where it is. */
  private static int plain(Product product, int column, int p) {
    return product.b().from() + p * product.b().stride() + column;
  }

  private static int cFrom(Product product, int row, int column) {
    return product.c().from() + row * product.c().stride() + column;
  }

  /** Whether sums begin with what c holds. */
  private static boolean add(Product product, int p) {
    return p > 0 || product.update() == Update.ADD;
  }

  /** A panel that is narrower than its tiles: they write to scratch, of which a part is copied. */
  private void edge(
      Product product,
      int row,
      int rows,
      int column,
      int count,
      int p,
      int depth,
      Matrix b,
      int bFrom) {
    Matrix edge = workspace.edge;
    Matrix c = product.c();
    int cFrom = cFrom(product, row, column);
    boolean add = add(product, p);
    if (add) {
      copy(c, cFrom, edge, 0, rows, count);
    }
    walk(product, row, rows, p, depth, width(count), b, bFrom, edge, 0, add);
    copy(edge, 0, c, cFrom, rows, count);
  }

  private static void copy(Matrix from, int at, Matrix to, int toAt, int rows, int count) {
    for (int i = 0; i < rows; i++) {
      int source = at + i * from.stride();
      System.arraycopy(from.values(), source, to.values(), toAt + i * to.stride(), count);
    }
  }

  private static void walk(
      Product product,
      int row,
      int rows,
      int p,
      int depth,
      int width,
      Matrix b,
      int bFrom,
      Matrix c,
      int cFrom,
      boolean add) {
    Matrix a = product.a();
    if (product.form() == Form.TN) {
      int aFrom = a.from() + p * a.stride() + row;
      if (width == Width.LANES) {
        ColumnStrips.down(a, aFrom, b, bFrom, c, cFrom, rows, depth, add);
      } else if (width == Width.TILE) {
        ColumnTiles.down(a, aFrom, b, bFrom, c, cFrom, rows, depth, add);
      } else {
        WideColumnTiles.down(a, aFrom, b, bFrom, c, cFrom, rows, depth, add);
      }
    } else {
      int aFrom = a.from() + row * a.stride() + p;
      if (width == Width.LANES) {
        RowStrips.down(a, aFrom, b, bFrom, c, cFrom, rows, depth, add);
      } else if (width == Width.TILE) {
        RowTiles.down(a, aFrom, b, bFrom, c, cFrom, rows, depth, add);
      } else {
        WideRowTiles.down(a, aFrom, b, bFrom, c, cFrom, rows, depth, add);
      }
    }
  }
}
