package io.lanewise.simd.gemm;

import static io.lanewise.simd.gemm.Width.SPECIES;
import static jdk.incubator.vector.VectorOperators.FMA;

import io.lanewise.kernel.Matrix;
import jdk.incubator.vector.FloatVector;

/** Tiles of one vector of at most 256 bits, the left factor stored transposed. */
final class ColumnStrips {

  private ColumnStrips() {}

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
    for (; i + 12 <= rows; i += 12) {
      tile12(
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

  static void tile12(
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
    FloatVector c1 = start(c, cFrom + cStride, add);
    FloatVector c2 = start(c, cFrom + 2 * cStride, add);
    FloatVector c3 = start(c, cFrom + 3 * cStride, add);
    FloatVector c4 = start(c, cFrom + 4 * cStride, add);
    FloatVector c5 = start(c, cFrom + 5 * cStride, add);
    FloatVector c6 = start(c, cFrom + 6 * cStride, add);
    FloatVector c7 = start(c, cFrom + 7 * cStride, add);
    FloatVector c8 = start(c, cFrom + 8 * cStride, add);
    FloatVector c9 = start(c, cFrom + 9 * cStride, add);
    FloatVector c10 = start(c, cFrom + 10 * cStride, add);
    FloatVector c11 = start(c, cFrom + 11 * cStride, add);
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth * aStride;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      c0 = FloatVector.broadcast(SPECIES, a[p]).lanewise(FMA, b0, c0);
      c1 = FloatVector.broadcast(SPECIES, a[p + 1]).lanewise(FMA, b0, c1);
      c2 = FloatVector.broadcast(SPECIES, a[p + 2]).lanewise(FMA, b0, c2);
      c3 = FloatVector.broadcast(SPECIES, a[p + 3]).lanewise(FMA, b0, c3);
      c4 = FloatVector.broadcast(SPECIES, a[p + 4]).lanewise(FMA, b0, c4);
      c5 = FloatVector.broadcast(SPECIES, a[p + 5]).lanewise(FMA, b0, c5);
      c6 = FloatVector.broadcast(SPECIES, a[p + 6]).lanewise(FMA, b0, c6);
      c7 = FloatVector.broadcast(SPECIES, a[p + 7]).lanewise(FMA, b0, c7);
      c8 = FloatVector.broadcast(SPECIES, a[p + 8]).lanewise(FMA, b0, c8);
      c9 = FloatVector.broadcast(SPECIES, a[p + 9]).lanewise(FMA, b0, c9);
      c10 = FloatVector.broadcast(SPECIES, a[p + 10]).lanewise(FMA, b0, c10);
      c11 = FloatVector.broadcast(SPECIES, a[p + 11]).lanewise(FMA, b0, c11);
      p += aStride;
      q += bStride;
    }
    c0.intoArray(c, cFrom);
    c1.intoArray(c, cFrom + cStride);
    c2.intoArray(c, cFrom + 2 * cStride);
    c3.intoArray(c, cFrom + 3 * cStride);
    c4.intoArray(c, cFrom + 4 * cStride);
    c5.intoArray(c, cFrom + 5 * cStride);
    c6.intoArray(c, cFrom + 6 * cStride);
    c7.intoArray(c, cFrom + 7 * cStride);
    c8.intoArray(c, cFrom + 8 * cStride);
    c9.intoArray(c, cFrom + 9 * cStride);
    c10.intoArray(c, cFrom + 10 * cStride);
    c11.intoArray(c, cFrom + 11 * cStride);
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
    FloatVector c1 = start(c, cFrom + cStride, add);
    FloatVector c2 = start(c, cFrom + 2 * cStride, add);
    FloatVector c3 = start(c, cFrom + 3 * cStride, add);
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth * aStride;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      c0 = FloatVector.broadcast(SPECIES, a[p]).lanewise(FMA, b0, c0);
      c1 = FloatVector.broadcast(SPECIES, a[p + 1]).lanewise(FMA, b0, c1);
      c2 = FloatVector.broadcast(SPECIES, a[p + 2]).lanewise(FMA, b0, c2);
      c3 = FloatVector.broadcast(SPECIES, a[p + 3]).lanewise(FMA, b0, c3);
      p += aStride;
      q += bStride;
    }
    c0.intoArray(c, cFrom);
    c1.intoArray(c, cFrom + cStride);
    c2.intoArray(c, cFrom + 2 * cStride);
    c3.intoArray(c, cFrom + 3 * cStride);
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
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth * aStride;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      c0 = FloatVector.broadcast(SPECIES, a[p]).lanewise(FMA, b0, c0);
      p += aStride;
      q += bStride;
    }
    c0.intoArray(c, cFrom);
  }

  private static FloatVector start(float[] c, int from, boolean add) {
    return add ? FloatVector.fromArray(SPECIES, c, from) : FloatVector.zero(SPECIES);
  }
}
