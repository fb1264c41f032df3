package io.lanewise.simd.gemm;

import static io.lanewise.simd.gemm.Width.SPECIES;

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
    FloatVector c1 = start(cv, cFrom + down, add);
    FloatVector c2 = start(cv, cFrom + 2 * down, add);
    FloatVector c3 = start(cv, cFrom + 3 * down, add);
    FloatVector c4 = start(cv, cFrom + 4 * down, add);
    FloatVector c5 = start(cv, cFrom + 5 * down, add);
    FloatVector c6 = start(cv, cFrom + 6 * down, add);
    FloatVector c7 = start(cv, cFrom + 7 * down, add);
    float[] av = a.values();
    float[] bv = b.values();
    int next = a.stride();
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, bv, q);
      c0 = FloatVector.broadcast(SPECIES, av[p]).fma(b0, c0);
      c1 = FloatVector.broadcast(SPECIES, av[p + next]).fma(b0, c1);
      c2 = FloatVector.broadcast(SPECIES, av[p + 2 * next]).fma(b0, c2);
      c3 = FloatVector.broadcast(SPECIES, av[p + 3 * next]).fma(b0, c3);
      c4 = FloatVector.broadcast(SPECIES, av[p + 4 * next]).fma(b0, c4);
      c5 = FloatVector.broadcast(SPECIES, av[p + 5 * next]).fma(b0, c5);
      c6 = FloatVector.broadcast(SPECIES, av[p + 6 * next]).fma(b0, c6);
      c7 = FloatVector.broadcast(SPECIES, av[p + 7 * next]).fma(b0, c7);
      p++;
      q += b.stride();
    }
    c0.intoArray(cv, cFrom);
    c1.intoArray(cv, cFrom + down);
    c2.intoArray(cv, cFrom + 2 * down);
    c3.intoArray(cv, cFrom + 3 * down);
    c4.intoArray(cv, cFrom + 4 * down);
    c5.intoArray(cv, cFrom + 5 * down);
    c6.intoArray(cv, cFrom + 6 * down);
    c7.intoArray(cv, cFrom + 7 * down);
  }

  static void tile4(
      Matrix a, int aFrom, Matrix b, int bFrom, Matrix c, int cFrom, int depth, boolean add) {
    float[] cv = c.values();
    int down = c.stride();
    FloatVector c0 = start(cv, cFrom, add);
    FloatVector c1 = start(cv, cFrom + down, add);
    FloatVector c2 = start(cv, cFrom + 2 * down, add);
    FloatVector c3 = start(cv, cFrom + 3 * down, add);
    float[] av = a.values();
    float[] bv = b.values();
    int next = a.stride();
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, bv, q);
      c0 = FloatVector.broadcast(SPECIES, av[p]).fma(b0, c0);
      c1 = FloatVector.broadcast(SPECIES, av[p + next]).fma(b0, c1);
      c2 = FloatVector.broadcast(SPECIES, av[p + 2 * next]).fma(b0, c2);
      c3 = FloatVector.broadcast(SPECIES, av[p + 3 * next]).fma(b0, c3);
      p++;
      q += b.stride();
    }
    c0.intoArray(cv, cFrom);
    c1.intoArray(cv, cFrom + down);
    c2.intoArray(cv, cFrom + 2 * down);
    c3.intoArray(cv, cFrom + 3 * down);
  }

  static void tile1(
      Matrix a, int aFrom, Matrix b, int bFrom, Matrix c, int cFrom, int depth, boolean add) {
    float[] cv = c.values();
    FloatVector c0 = start(cv, cFrom, add);
    float[] av = a.values();
    float[] bv = b.values();

    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, bv, q);
      c0 = FloatVector.broadcast(SPECIES, av[p]).fma(b0, c0);
      p++;
      q += b.stride();
    }
    c0.intoArray(cv, cFrom);
  }

  private static FloatVector start(float[] c, int from, boolean add) {
    return add ? FloatVector.fromArray(SPECIES, c, from) : FloatVector.zero(SPECIES);
  }
}
