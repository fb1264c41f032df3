package io.lanewise.simd.gemm;

import io.lanewise.kernel.Product;

/** Cuts a product into blocks of which the part of b stays in the second-level cache. */
final class BlockedProducts {

  private BlockedProducts() {}

  static void multiply(Product product, Workspace workspace, Epilogues epilogues) {
    for (int column = 0; column < product.n(); column += Block.COLUMNS) {
      int columns = Math.min(Block.COLUMNS, product.n() - column);
      // Blocks of equal depth: 512 terms as 384 and 128 would leave the second one little to do.
      int blocks = Math.max(1, Math.ceilDiv(product.k(), Block.DEPTH));
      int most = Math.ceilDiv(product.k(), blocks);
      int p = 0;
      do {
        int depth = Math.min(most, product.k() - p);
        workspace.block.multiply(product, column, columns, p, depth, epilogues);
        p += depth;
      } while (p < product.k());
    }
  }
}
