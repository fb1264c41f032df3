package io.lanewise.simd.gemm;

import static io.lanewise.simd.gemm.Width.WIDE_LANES;
import static io.lanewise.simd.gemm.Width.WIDE_SPECIES;

import io.lanewise.kernel.Matrix;
import jdk.incubator.vector.FloatVector;

/** Tiles of two vectors of 512 bits, the left factor stored row by row. */
final class WideRowTiles {

  private WideRowTiles() {}

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
    int i = 0;
    for (; i + 8 <= rows; i += 8) {
      tile8(a, aFrom + i * a.stride(), b, bFrom, c, cFrom + i * c.stride(), depth, add);
    }
    for (; i + 4 <= rows; i += 4) {
      tile4(a, aFrom + i * a.stride(), b, bFrom, c, cFrom + i * c.stride(), depth, add);
    }
    for (; i < rows; i++) {
      tile1(a, aFrom + i * a.stride(), b, bFrom, c, cFrom + i * c.stride(), depth, add);
    }
  }

  static void tile8(
      Matrix a, int aFrom, Matrix b, int bFrom, Matrix c, int cFrom, int depth, boolean add) {
    float[] cv = c.values();
    int down = c.stride();
    FloatVector c0 = start(cv, cFrom, add);
    FloatVector d0 = start(cv, cFrom + WIDE_LANES, add);
    FloatVector c1 = start(cv, cFrom + down, add);
    FloatVector d1 = start(cv, cFrom + down + WIDE_LANES, add);
    FloatVector c2 = start(cv, cFrom + 2 * down, add);
    FloatVector d2 = start(cv, cFrom + 2 * down + WIDE_LANES, add);
    FloatVector c3 = start(cv, cFrom + 3 * down, add);
    FloatVector d3 = start(cv, cFrom + 3 * down + WIDE_LANES, add);
    FloatVector c4 = start(cv, cFrom + 4 * down, add);
    FloatVector d4 = start(cv, cFrom + 4 * down + WIDE_LANES, add);
    FloatVector c5 = start(cv, cFrom + 5 * down, add);
    FloatVector d5 = start(cv, cFrom + 5 * down + WIDE_LANES, add);
    FloatVector c6 = start(cv, cFrom + 6 * down, add);
    FloatVector d6 = start(cv, cFrom + 6 * down + WIDE_LANES, add);
    FloatVector c7 = start(cv, cFrom + 7 * down, add);
    FloatVector d7 = start(cv, cFrom + 7 * down + WIDE_LANES, add);
    float[] av = a.values();
    float[] bv = b.values();
    int next = a.stride();
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(WIDE_SPECIES, bv, q);
      FloatVector b1 = FloatVector.fromArray(WIDE_SPECIES, bv, q + WIDE_LANES);
      FloatVector a0 = FloatVector.broadcast(WIDE_SPECIES, av[p]);
      c0 = a0.fma(b0, c0);
      d0 = a0.fma(b1, d0);
      FloatVector a1 = FloatVector.broadcast(WIDE_SPECIES, av[p + next]);
      c1 = a1.fma(b0, c1);
      d1 = a1.fma(b1, d1);
      FloatVector a2 = FloatVector.broadcast(WIDE_SPECIES, av[p + 2 * next]);
      c2 = a2.fma(b0, c2);
      d2 = a2.fma(b1, d2);
      FloatVector a3 = FloatVector.broadcast(WIDE_SPECIES, av[p + 3 * next]);
      c3 = a3.fma(b0, c3);
      d3 = a3.fma(b1, d3);
      FloatVector a4 = FloatVector.broadcast(WIDE_SPECIES, av[p + 4 * next]);
      c4 = a4.fma(b0, c4);
      d4 = a4.fma(b1, d4);
      FloatVector a5 = FloatVector.broadcast(WIDE_SPECIES, av[p + 5 * next]);
      c5 = a5.fma(b0, c5);
      d5 = a5.fma(b1, d5);
      FloatVector a6 = FloatVector.broadcast(WIDE_SPECIES, av[p + 6 * next]);
      c6 = a6.fma(b0, c6);
      d6 = a6.fma(b1, d6);
      FloatVector a7 = FloatVector.broadcast(WIDE_SPECIES, av[p + 7 * next]);
      c7 = a7.fma(b0, c7);
      d7 = a7.fma(b1, d7);
      p++;
      q += b.stride();
    }
    c0.intoArray(cv, cFrom);
    d0.intoArray(cv, cFrom + WIDE_LANES);
    c1.intoArray(cv, cFrom + down);
    d1.intoArray(cv, cFrom + down + WIDE_LANES);
    c2.intoArray(cv, cFrom + 2 * down);
    d2.intoArray(cv, cFrom + 2 * down + WIDE_LANES);
    c3.intoArray(cv, cFrom + 3 * down);
    d3.intoArray(cv, cFrom + 3 * down + WIDE_LANES);
    c4.intoArray(cv, cFrom + 4 * down);
    d4.intoArray(cv, cFrom + 4 * down + WIDE_LANES);
    c5.intoArray(cv, cFrom + 5 * down);
    d5.intoArray(cv, cFrom + 5 * down + WIDE_LANES);
    c6.intoArray(cv, cFrom + 6 * down);
    d6.intoArray(cv, cFrom + 6 * down + WIDE_LANES);
    c7.intoArray(cv, cFrom + 7 * down);
    d7.intoArray(cv, cFrom + 7 * down + WIDE_LANES);
  }

  static void tile4(
      Matrix a, int aFrom, Matrix b, int bFrom, Matrix c, int cFrom, int depth, boolean add) {
    float[] cv = c.values();
    int down = c.stride();
    FloatVector c0 = start(cv, cFrom, add);
    FloatVector d0 = start(cv, cFrom + WIDE_LANES, add);
    FloatVector c1 = start(cv, cFrom + down, add);
    FloatVector d1 = start(cv, cFrom + down + WIDE_LANES, add);
    FloatVector c2 = start(cv, cFrom + 2 * down, add);
    FloatVector d2 = start(cv, cFrom + 2 * down + WIDE_LANES, add);
    FloatVector c3 = start(cv, cFrom + 3 * down, add);
    FloatVector d3 = start(cv, cFrom + 3 * down + WIDE_LANES, add);
    float[] av = a.values();
    float[] bv = b.values();
    int next = a.stride();
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(WIDE_SPECIES, bv, q);
      FloatVector b1 = FloatVector.fromArray(WIDE_SPECIES, bv, q + WIDE_LANES);
      FloatVector a0 = FloatVector.broadcast(WIDE_SPECIES, av[p]);
      c0 = a0.fma(b0, c0);
      d0 = a0.fma(b1, d0);
      FloatVector a1 = FloatVector.broadcast(WIDE_SPECIES, av[p + next]);
      c1 = a1.fma(b0, c1);
      d1 = a1.fma(b1, d1);
      FloatVector a2 = FloatVector.broadcast(WIDE_SPECIES, av[p + 2 * next]);
      c2 = a2.fma(b0, c2);
      d2 = a2.fma(b1, d2);
      FloatVector a3 = FloatVector.broadcast(WIDE_SPECIES, av[p + 3 * next]);
      c3 = a3.fma(b0, c3);
      d3 = a3.fma(b1, d3);
      p++;
      q += b.stride();
    }
    c0.intoArray(cv, cFrom);
    d0.intoArray(cv, cFrom + WIDE_LANES);
    c1.intoArray(cv, cFrom + down);
    d1.intoArray(cv, cFrom + down + WIDE_LANES);
    c2.intoArray(cv, cFrom + 2 * down);
    d2.intoArray(cv, cFrom + 2 * down + WIDE_LANES);
    c3.intoArray(cv, cFrom + 3 * down);
    d3.intoArray(cv, cFrom + 3 * down + WIDE_LANES);
  }

  static void tile1(
      Matrix a, int aFrom, Matrix b, int bFrom, Matrix c, int cFrom, int depth, boolean add) {
    float[] cv = c.values();
    FloatVector c0 = start(cv, cFrom, add);
    FloatVector d0 = start(cv, cFrom + WIDE_LANES, add);
    float[] av = a.values();
    float[] bv = b.values();

    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(WIDE_SPECIES, bv, q);
      FloatVector b1 = FloatVector.fromArray(WIDE_SPECIES, bv, q + WIDE_LANES);
      FloatVector a0 = FloatVector.broadcast(WIDE_SPECIES, av[p]);
      c0 = a0.fma(b0, c0);
      d0 = a0.fma(b1, d0);
      p++;
      q += b.stride();
    }
    c0.intoArray(cv, cFrom);
    d0.intoArray(cv, cFrom + WIDE_LANES);
  }

  private static FloatVector start(float[] c, int from, boolean add) {
    return add ? FloatVector.fromArray(WIDE_SPECIES, c, from) : FloatVector.zero(WIDE_SPECIES);
  }
}
