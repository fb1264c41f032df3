package io.lanewise.simd.gemm;

import static io.lanewise.simd.gemm.Width.SPECIES;
import static jdk.incubator.vector.VectorOperators.FMA;

import io.lanewise.kernel.Matrix;
import jdk.incubator.vector.FloatVector;

/** Tiles of one vector of at most 256 bits, the left factor stored row by row. */
final class RowStrips {

  private RowStrips() {}

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
          av,
          aFrom + i * aStride,
          aStride,
          bv,
          bFrom,
          bStride,
          cv,
          cFrom + i * cStride,
          cStride,
          depth,
          add);
    }
    for (; i + 4 <= rows; i += 4) {
      tile4(
          av,
          aFrom + i * aStride,
          aStride,
          bv,
          bFrom,
          bStride,
          cv,
          cFrom + i * cStride,
          cStride,
          depth,
          add);
    }
    for (; i < rows; i++) {
      tile1(
          av,
          aFrom + i * aStride,
          aStride,
          bv,
          bFrom,
          bStride,
          cv,
          cFrom + i * cStride,
          cStride,
          depth,
          add);
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
    FloatVector c1 = start(c, cFrom + cStride, add);
    FloatVector c2 = start(c, cFrom + 2 * cStride, add);
    FloatVector c3 = start(c, cFrom + 3 * cStride, add);
    FloatVector c4 = start(c, cFrom + 4 * cStride, add);
    FloatVector c5 = start(c, cFrom + 5 * cStride, add);
    FloatVector c6 = start(c, cFrom + 6 * cStride, add);
    FloatVector c7 = start(c, cFrom + 7 * cStride, add);
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      c0 = FloatVector.broadcast(SPECIES, a[p]).lanewise(FMA, b0, c0);
      c1 = FloatVector.broadcast(SPECIES, a[p + aStride]).lanewise(FMA, b0, c1);
      c2 = FloatVector.broadcast(SPECIES, a[p + 2 * aStride]).lanewise(FMA, b0, c2);
      c3 = FloatVector.broadcast(SPECIES, a[p + 3 * aStride]).lanewise(FMA, b0, c3);
      c4 = FloatVector.broadcast(SPECIES, a[p + 4 * aStride]).lanewise(FMA, b0, c4);
      c5 = FloatVector.broadcast(SPECIES, a[p + 5 * aStride]).lanewise(FMA, b0, c5);
      c6 = FloatVector.broadcast(SPECIES, a[p + 6 * aStride]).lanewise(FMA, b0, c6);
      c7 = FloatVector.broadcast(SPECIES, a[p + 7 * aStride]).lanewise(FMA, b0, c7);
      p++;
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
    int end = aFrom + depth;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      c0 = FloatVector.broadcast(SPECIES, a[p]).lanewise(FMA, b0, c0);
      c1 = FloatVector.broadcast(SPECIES, a[p + aStride]).lanewise(FMA, b0, c1);
      c2 = FloatVector.broadcast(SPECIES, a[p + 2 * aStride]).lanewise(FMA, b0, c2);
      c3 = FloatVector.broadcast(SPECIES, a[p + 3 * aStride]).lanewise(FMA, b0, c3);
      p++;
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
    int end = aFrom + depth;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      c0 = FloatVector.broadcast(SPECIES, a[p]).lanewise(FMA, b0, c0);
      p++;
      q += bStride;
    }
    c0.intoArray(c, cFrom);
  }

  private static FloatVector start(float[] c, int from, boolean add) {
    return add ? FloatVector.fromArray(SPECIES, c, from) : FloatVector.zero(SPECIES);
  }
}
