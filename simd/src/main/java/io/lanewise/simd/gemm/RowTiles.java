package io.lanewise.simd.gemm;

import static io.lanewise.simd.gemm.Width.LANES;
import static io.lanewise.simd.gemm.Width.SPECIES;

import io.lanewise.kernel.Matrix;
import jdk.incubator.vector.FloatVector;

/** Tiles of two vectors of at most 256 bits, the left factor stored row by row. */
final class RowTiles {

  private RowTiles() {}

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
    for (; i + 6 <= rows; i += 6) {
      tile6(a, aFrom + i * a.stride(), b, bFrom, c, cFrom + i * c.stride(), depth, add);
    }
    for (; i + 4 <= rows; i += 4) {
      tile4(a, aFrom + i * a.stride(), b, bFrom, c, cFrom + i * c.stride(), depth, add);
    }
    for (; i < rows; i++) {
      tile1(a, aFrom + i * a.stride(), b, bFrom, c, cFrom + i * c.stride(), depth, add);
    }
  }

  static void tile6(
      Matrix a, int aFrom, Matrix b, int bFrom, Matrix c, int cFrom, int depth, boolean add) {
    float[] cv = c.values();
    int down = c.stride();
    FloatVector c0 = start(cv, cFrom, add);
    FloatVector d0 = start(cv, cFrom + LANES, add);
    FloatVector c1 = start(cv, cFrom + down, add);
    FloatVector d1 = start(cv, cFrom + down + LANES, add);
    FloatVector c2 = start(cv, cFrom + 2 * down, add);
    FloatVector d2 = start(cv, cFrom + 2 * down + LANES, add);
    FloatVector c3 = start(cv, cFrom + 3 * down, add);
    FloatVector d3 = start(cv, cFrom + 3 * down + LANES, add);
    FloatVector c4 = start(cv, cFrom + 4 * down, add);
    FloatVector d4 = start(cv, cFrom + 4 * down + LANES, add);
    FloatVector c5 = start(cv, cFrom + 5 * down, add);
    FloatVector d5 = start(cv, cFrom + 5 * down + LANES, add);
    float[] av = a.values();
    float[] bv = b.values();
    int next = a.stride();
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, bv, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, bv, q + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, av[p]);
      c0 = a0.fma(b0, c0);
      d0 = a0.fma(b1, d0);
      FloatVector a1 = FloatVector.broadcast(SPECIES, av[p + next]);
      c1 = a1.fma(b0, c1);
      d1 = a1.fma(b1, d1);
      FloatVector a2 = FloatVector.broadcast(SPECIES, av[p + 2 * next]);
      c2 = a2.fma(b0, c2);
      d2 = a2.fma(b1, d2);
      FloatVector a3 = FloatVector.broadcast(SPECIES, av[p + 3 * next]);
      c3 = a3.fma(b0, c3);
      d3 = a3.fma(b1, d3);
      FloatVector a4 = FloatVector.broadcast(SPECIES, av[p + 4 * next]);
      c4 = a4.fma(b0, c4);
      d4 = a4.fma(b1, d4);
      FloatVector a5 = FloatVector.broadcast(SPECIES, av[p + 5 * next]);
      c5 = a5.fma(b0, c5);
      d5 = a5.fma(b1, d5);
      p++;
      q += b.stride();
    }
    c0.intoArray(cv, cFrom);
    d0.intoArray(cv, cFrom + LANES);
    c1.intoArray(cv, cFrom + down);
    d1.intoArray(cv, cFrom + down + LANES);
    c2.intoArray(cv, cFrom + 2 * down);
    d2.intoArray(cv, cFrom + 2 * down + LANES);
    c3.intoArray(cv, cFrom + 3 * down);
    d3.intoArray(cv, cFrom + 3 * down + LANES);
    c4.intoArray(cv, cFrom + 4 * down);
    d4.intoArray(cv, cFrom + 4 * down + LANES);
    c5.intoArray(cv, cFrom + 5 * down);
    d5.intoArray(cv, cFrom + 5 * down + LANES);
  }

  static void tile4(
      Matrix a, int aFrom, Matrix b, int bFrom, Matrix c, int cFrom, int depth, boolean add) {
    float[] cv = c.values();
    int down = c.stride();
    FloatVector c0 = start(cv, cFrom, add);
    FloatVector d0 = start(cv, cFrom + LANES, add);
    FloatVector c1 = start(cv, cFrom + down, add);
    FloatVector d1 = start(cv, cFrom + down + LANES, add);
    FloatVector c2 = start(cv, cFrom + 2 * down, add);
    FloatVector d2 = start(cv, cFrom + 2 * down + LANES, add);
    FloatVector c3 = start(cv, cFrom + 3 * down, add);
    FloatVector d3 = start(cv, cFrom + 3 * down + LANES, add);
    float[] av = a.values();
    float[] bv = b.values();
    int next = a.stride();
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, bv, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, bv, q + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, av[p]);
      c0 = a0.fma(b0, c0);
      d0 = a0.fma(b1, d0);
      FloatVector a1 = FloatVector.broadcast(SPECIES, av[p + next]);
      c1 = a1.fma(b0, c1);
      d1 = a1.fma(b1, d1);
      FloatVector a2 = FloatVector.broadcast(SPECIES, av[p + 2 * next]);
      c2 = a2.fma(b0, c2);
      d2 = a2.fma(b1, d2);
      FloatVector a3 = FloatVector.broadcast(SPECIES, av[p + 3 * next]);
      c3 = a3.fma(b0, c3);
      d3 = a3.fma(b1, d3);
      p++;
      q += b.stride();
    }
    c0.intoArray(cv, cFrom);
    d0.intoArray(cv, cFrom + LANES);
    c1.intoArray(cv, cFrom + down);
    d1.intoArray(cv, cFrom + down + LANES);
    c2.intoArray(cv, cFrom + 2 * down);
    d2.intoArray(cv, cFrom + 2 * down + LANES);
    c3.intoArray(cv, cFrom + 3 * down);
    d3.intoArray(cv, cFrom + 3 * down + LANES);
  }

  static void tile1(
      Matrix a, int aFrom, Matrix b, int bFrom, Matrix c, int cFrom, int depth, boolean add) {
    float[] cv = c.values();
    FloatVector c0 = start(cv, cFrom, add);
    FloatVector d0 = start(cv, cFrom + LANES, add);
    float[] av = a.values();
    float[] bv = b.values();

    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, bv, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, bv, q + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, av[p]);
      c0 = a0.fma(b0, c0);
      d0 = a0.fma(b1, d0);
      p++;
      q += b.stride();
    }
    c0.intoArray(cv, cFrom);
    d0.intoArray(cv, cFrom + LANES);
  }

  private static FloatVector start(float[] c, int from, boolean add) {
    return add ? FloatVector.fromArray(SPECIES, c, from) : FloatVector.zero(SPECIES);
  }
}
