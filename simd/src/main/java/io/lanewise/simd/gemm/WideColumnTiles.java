package io.lanewise.simd.gemm;

import static io.lanewise.simd.gemm.Width.WIDE_LANES;
import static io.lanewise.simd.gemm.Width.WIDE_SPECIES;
import static jdk.incubator.vector.VectorOperators.FMA;

import io.lanewise.kernel.Matrix;
import jdk.incubator.vector.FloatVector;

/** Tiles of two vectors of 512 bits, the left factor stored transposed. */
final class WideColumnTiles {

  private WideColumnTiles() {}

  /** All rows of a panel of b, from the tallest tiles to single rows. */
  static void down(
      Matrix a,
      int aFrom,
      Matrix b,
      int bFrom,
      Matrix c,
      int cFrom,
      int rows,
      int depth,
      boolean add) {
    float[] av = a.values();
    int aStride = a.stride();
    float[] bv = b.values();
    int bStride = b.stride();
    float[] cv = c.values();
    int cStride = c.stride();
    int i = 0;
    for (; i + 8 <= rows; i += 8) {
      tile8(
          av, aFrom + i, aStride, bv, bFrom, bStride, cv, cFrom + i * cStride, cStride, depth, add);
    }
    for (; i + 4 <= rows; i += 4) {
      tile4(
          av, aFrom + i, aStride, bv, bFrom, bStride, cv, cFrom + i * cStride, cStride, depth, add);
    }
    for (; i < rows; i++) {
      tile1(
          av, aFrom + i, aStride, bv, bFrom, bStride, cv, cFrom + i * cStride, cStride, depth, add);
    }
  }

  static void tile8(
      float[] a,
      int aFrom,
      int aStride,
      float[] b,
      int bFrom,
      int bStride,
      float[] c,
      int cFrom,
      int cStride,
      int depth,
      boolean add) {
    FloatVector c0 = start(c, cFrom, add);
    FloatVector d0 = start(c, cFrom + WIDE_LANES, add);
    FloatVector c1 = start(c, cFrom + cStride, add);
    FloatVector d1 = start(c, cFrom + cStride + WIDE_LANES, add);
    FloatVector c2 = start(c, cFrom + 2 * cStride, add);
    FloatVector d2 = start(c, cFrom + 2 * cStride + WIDE_LANES, add);
    FloatVector c3 = start(c, cFrom + 3 * cStride, add);
    FloatVector d3 = start(c, cFrom + 3 * cStride + WIDE_LANES, add);
    FloatVector c4 = start(c, cFrom + 4 * cStride, add);
    FloatVector d4 = start(c, cFrom + 4 * cStride + WIDE_LANES, add);
    FloatVector c5 = start(c, cFrom + 5 * cStride, add);
    FloatVector d5 = start(c, cFrom + 5 * cStride + WIDE_LANES, add);
    FloatVector c6 = start(c, cFrom + 6 * cStride, add);
    FloatVector d6 = start(c, cFrom + 6 * cStride + WIDE_LANES, add);
    FloatVector c7 = start(c, cFrom + 7 * cStride, add);
    FloatVector d7 = start(c, cFrom + 7 * cStride + WIDE_LANES, add);
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth * aStride;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(WIDE_SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(WIDE_SPECIES, b, q + WIDE_LANES);
      FloatVector a0 = FloatVector.broadcast(WIDE_SPECIES, a[p]);
      c0 = a0.lanewise(FMA, b0, c0);
      d0 = a0.lanewise(FMA, b1, d0);
      FloatVector a1 = FloatVector.broadcast(WIDE_SPECIES, a[p + 1]);
      c1 = a1.lanewise(FMA, b0, c1);
      d1 = a1.lanewise(FMA, b1, d1);
      FloatVector a2 = FloatVector.broadcast(WIDE_SPECIES, a[p + 2]);
      c2 = a2.lanewise(FMA, b0, c2);
      d2 = a2.lanewise(FMA, b1, d2);
      FloatVector a3 = FloatVector.broadcast(WIDE_SPECIES, a[p + 3]);
      c3 = a3.lanewise(FMA, b0, c3);
      d3 = a3.lanewise(FMA, b1, d3);
      FloatVector a4 = FloatVector.broadcast(WIDE_SPECIES, a[p + 4]);
      c4 = a4.lanewise(FMA, b0, c4);
      d4 = a4.lanewise(FMA, b1, d4);
      FloatVector a5 = FloatVector.broadcast(WIDE_SPECIES, a[p + 5]);
      c5 = a5.lanewise(FMA, b0, c5);
      d5 = a5.lanewise(FMA, b1, d5);
      FloatVector a6 = FloatVector.broadcast(WIDE_SPECIES, a[p + 6]);
      c6 = a6.lanewise(FMA, b0, c6);
      d6 = a6.lanewise(FMA, b1, d6);
      FloatVector a7 = FloatVector.broadcast(WIDE_SPECIES, a[p + 7]);
      c7 = a7.lanewise(FMA, b0, c7);
      d7 = a7.lanewise(FMA, b1, d7);
      p += aStride;
      q += bStride;
    }
    c0.intoArray(c, cFrom);
    d0.intoArray(c, cFrom + WIDE_LANES);
    c1.intoArray(c, cFrom + cStride);
    d1.intoArray(c, cFrom + cStride + WIDE_LANES);
    c2.intoArray(c, cFrom + 2 * cStride);
    d2.intoArray(c, cFrom + 2 * cStride + WIDE_LANES);
    c3.intoArray(c, cFrom + 3 * cStride);
    d3.intoArray(c, cFrom + 3 * cStride + WIDE_LANES);
    c4.intoArray(c, cFrom + 4 * cStride);
    d4.intoArray(c, cFrom + 4 * cStride + WIDE_LANES);
    c5.intoArray(c, cFrom + 5 * cStride);
    d5.intoArray(c, cFrom + 5 * cStride + WIDE_LANES);
    c6.intoArray(c, cFrom + 6 * cStride);
    d6.intoArray(c, cFrom + 6 * cStride + WIDE_LANES);
    c7.intoArray(c, cFrom + 7 * cStride);
    d7.intoArray(c, cFrom + 7 * cStride + WIDE_LANES);
  }

  static void tile4(
      float[] a,
      int aFrom,
      int aStride,
      float[] b,
      int bFrom,
      int bStride,
      float[] c,
      int cFrom,
      int cStride,
      int depth,
      boolean add) {
    FloatVector c0 = start(c, cFrom, add);
    FloatVector d0 = start(c, cFrom + WIDE_LANES, add);
    FloatVector c1 = start(c, cFrom + cStride, add);
    FloatVector d1 = start(c, cFrom + cStride + WIDE_LANES, add);
    FloatVector c2 = start(c, cFrom + 2 * cStride, add);
    FloatVector d2 = start(c, cFrom + 2 * cStride + WIDE_LANES, add);
    FloatVector c3 = start(c, cFrom + 3 * cStride, add);
    FloatVector d3 = start(c, cFrom + 3 * cStride + WIDE_LANES, add);
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth * aStride;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(WIDE_SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(WIDE_SPECIES, b, q + WIDE_LANES);
      FloatVector a0 = FloatVector.broadcast(WIDE_SPECIES, a[p]);
      c0 = a0.lanewise(FMA, b0, c0);
      d0 = a0.lanewise(FMA, b1, d0);
      FloatVector a1 = FloatVector.broadcast(WIDE_SPECIES, a[p + 1]);
      c1 = a1.lanewise(FMA, b0, c1);
      d1 = a1.lanewise(FMA, b1, d1);
      FloatVector a2 = FloatVector.broadcast(WIDE_SPECIES, a[p + 2]);
      c2 = a2.lanewise(FMA, b0, c2);
      d2 = a2.lanewise(FMA, b1, d2);
      FloatVector a3 = FloatVector.broadcast(WIDE_SPECIES, a[p + 3]);
      c3 = a3.lanewise(FMA, b0, c3);
      d3 = a3.lanewise(FMA, b1, d3);
      p += aStride;
      q += bStride;
    }
    c0.intoArray(c, cFrom);
    d0.intoArray(c, cFrom + WIDE_LANES);
    c1.intoArray(c, cFrom + cStride);
    d1.intoArray(c, cFrom + cStride + WIDE_LANES);
    c2.intoArray(c, cFrom + 2 * cStride);
    d2.intoArray(c, cFrom + 2 * cStride + WIDE_LANES);
    c3.intoArray(c, cFrom + 3 * cStride);
    d3.intoArray(c, cFrom + 3 * cStride + WIDE_LANES);
  }

  static void tile1(
      float[] a,
      int aFrom,
      int aStride,
      float[] b,
      int bFrom,
      int bStride,
      float[] c,
      int cFrom,
      int cStride,
      int depth,
      boolean add) {
    FloatVector c0 = start(c, cFrom, add);
    FloatVector d0 = start(c, cFrom + WIDE_LANES, add);
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth * aStride;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(WIDE_SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(WIDE_SPECIES, b, q + WIDE_LANES);
      FloatVector a0 = FloatVector.broadcast(WIDE_SPECIES, a[p]);
      c0 = a0.lanewise(FMA, b0, c0);
      d0 = a0.lanewise(FMA, b1, d0);
      p += aStride;
      q += bStride;
    }
    c0.intoArray(c, cFrom);
    d0.intoArray(c, cFrom + WIDE_LANES);
  }

  private static FloatVector start(float[] c, int from, boolean add) {
    return add ? FloatVector.fromArray(WIDE_SPECIES, c, from) : FloatVector.zero(WIDE_SPECIES);
  }
}
