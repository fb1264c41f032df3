/**
 * Matrix products on vectors.
 *
 * <p>{@link io.lanewise.kernel.Product}s flow in, checked; rows of their results flow out. Called
 * from any thread; what a thread needs beside the product lies in its {@link
 * io.lanewise.simd.gemm.Workspace}.
 *
 * <p>A product is cut into blocks ({@link io.lanewise.simd.gemm.BlockedProducts}), a block into
 * panels as wide as a tile ({@link io.lanewise.simd.gemm.Block}), a panel into tiles, whose sums
 * stay in registers ({@link io.lanewise.simd.gemm.RowTiles} and its kin). A panel of b is read
 * where it is, or packed ({@link io.lanewise.simd.gemm.Packing}).
 *
 * <p>Vectors of 256 and 512 bits run side by side, so products are {@code lanewise(FMA, b, c)}: the
 * type profile of {@code fma}, which all widths share, makes the compiler keep sums in memory.
 */
@NullMarked
package io.lanewise.simd.gemm;

import org.jspecify.annotations.NullMarked;
