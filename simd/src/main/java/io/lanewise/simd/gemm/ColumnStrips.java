package io.lanewise.simd.gemm;

import static io.lanewise.simd.gemm.Width.SPECIES;

import io.lanewise.kernel.Matrix;
import jdk.incubator.vector.FloatVector;

/** Tiles one vector wide, the left factor stored transposed. */
final class ColumnStrips {

  private ColumnStrips() {}

  /** All rows of a panel of b, from the tallest tiles to single rows. */
  static void down(
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
    int i = 0;
    for (; i + 12 <= rows; i += 12) {
      tile12(
          a,
          aFrom + i,
          b,
          bFrom,
          start,
          startFrom + i * start.stride(),
          c,
          cFrom + i * c.stride(),
          depth);
    }
    for (; i + 4 <= rows; i += 4) {
      tile4(
          a,
          aFrom + i,
          b,
          bFrom,
          start,
          startFrom + i * start.stride(),
          c,
          cFrom + i * c.stride(),
          depth);
    }
    for (; i < rows; i++) {
      tile1(
          a,
          aFrom + i,
          b,
          bFrom,
          start,
          startFrom + i * start.stride(),
          c,
          cFrom + i * c.stride(),
          depth);
    }
  }

  static void tile12(
      Matrix a,
      int aFrom,
      Matrix b,
      int bFrom,
      Matrix start,
      int startFrom,
      Matrix c,
      int cFrom,
      int depth) {
    float[] sv = start.values();
    int from = start.stride();
    FloatVector c0 = FloatVector.fromArray(SPECIES, sv, startFrom);
    FloatVector c1 = FloatVector.fromArray(SPECIES, sv, startFrom + from);
    FloatVector c2 = FloatVector.fromArray(SPECIES, sv, startFrom + 2 * from);
    FloatVector c3 = FloatVector.fromArray(SPECIES, sv, startFrom + 3 * from);
    FloatVector c4 = FloatVector.fromArray(SPECIES, sv, startFrom + 4 * from);
    FloatVector c5 = FloatVector.fromArray(SPECIES, sv, startFrom + 5 * from);
    FloatVector c6 = FloatVector.fromArray(SPECIES, sv, startFrom + 6 * from);
    FloatVector c7 = FloatVector.fromArray(SPECIES, sv, startFrom + 7 * from);
    FloatVector c8 = FloatVector.fromArray(SPECIES, sv, startFrom + 8 * from);
    FloatVector c9 = FloatVector.fromArray(SPECIES, sv, startFrom + 9 * from);
    FloatVector c10 = FloatVector.fromArray(SPECIES, sv, startFrom + 10 * from);
    FloatVector c11 = FloatVector.fromArray(SPECIES, sv, startFrom + 11 * from);
    float[] av = a.values();
    float[] bv = b.values();
    int next = a.stride();
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth * next;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, bv, q);
      c0 = FloatVector.broadcast(SPECIES, av[p]).fma(b0, c0);
      c1 = FloatVector.broadcast(SPECIES, av[p + 1]).fma(b0, c1);
      c2 = FloatVector.broadcast(SPECIES, av[p + 2]).fma(b0, c2);
      c3 = FloatVector.broadcast(SPECIES, av[p + 3]).fma(b0, c3);
      c4 = FloatVector.broadcast(SPECIES, av[p + 4]).fma(b0, c4);
      c5 = FloatVector.broadcast(SPECIES, av[p + 5]).fma(b0, c5);
      c6 = FloatVector.broadcast(SPECIES, av[p + 6]).fma(b0, c6);
      c7 = FloatVector.broadcast(SPECIES, av[p + 7]).fma(b0, c7);
      c8 = FloatVector.broadcast(SPECIES, av[p + 8]).fma(b0, c8);
      c9 = FloatVector.broadcast(SPECIES, av[p + 9]).fma(b0, c9);
      c10 = FloatVector.broadcast(SPECIES, av[p + 10]).fma(b0, c10);
      c11 = FloatVector.broadcast(SPECIES, av[p + 11]).fma(b0, c11);
      p += next;
      q += b.stride();
    }
    float[] cv = c.values();
    int down = c.stride();
    c0.intoArray(cv, cFrom);
    c1.intoArray(cv, cFrom + down);
    c2.intoArray(cv, cFrom + 2 * down);
    c3.intoArray(cv, cFrom + 3 * down);
    c4.intoArray(cv, cFrom + 4 * down);
    c5.intoArray(cv, cFrom + 5 * down);
    c6.intoArray(cv, cFrom + 6 * down);
    c7.intoArray(cv, cFrom + 7 * down);
    c8.intoArray(cv, cFrom + 8 * down);
    c9.intoArray(cv, cFrom + 9 * down);
    c10.intoArray(cv, cFrom + 10 * down);
    c11.intoArray(cv, cFrom + 11 * down);
  }

  static void tile4(
      Matrix a,
      int aFrom,
      Matrix b,
      int bFrom,
      Matrix start,
      int startFrom,
      Matrix c,
      int cFrom,
      int depth) {
    float[] sv = start.values();
    int from = start.stride();
    FloatVector c0 = FloatVector.fromArray(SPECIES, sv, startFrom);
    FloatVector c1 = FloatVector.fromArray(SPECIES, sv, startFrom + from);
    FloatVector c2 = FloatVector.fromArray(SPECIES, sv, startFrom + 2 * from);
    FloatVector c3 = FloatVector.fromArray(SPECIES, sv, startFrom + 3 * from);
    float[] av = a.values();
    float[] bv = b.values();
    int next = a.stride();
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth * next;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, bv, q);
      c0 = FloatVector.broadcast(SPECIES, av[p]).fma(b0, c0);
      c1 = FloatVector.broadcast(SPECIES, av[p + 1]).fma(b0, c1);
      c2 = FloatVector.broadcast(SPECIES, av[p + 2]).fma(b0, c2);
      c3 = FloatVector.broadcast(SPECIES, av[p + 3]).fma(b0, c3);
      p += next;
      q += b.stride();
    }
    float[] cv = c.values();
    int down = c.stride();
    c0.intoArray(cv, cFrom);
    c1.intoArray(cv, cFrom + down);
    c2.intoArray(cv, cFrom + 2 * down);
    c3.intoArray(cv, cFrom + 3 * down);
  }

  static void tile1(
      Matrix a,
      int aFrom,
      Matrix b,
      int bFrom,
      Matrix start,
      int startFrom,
      Matrix c,
      int cFrom,
      int depth) {
    float[] sv = start.values();
    FloatVector c0 = FloatVector.fromArray(SPECIES, sv, startFrom);
    float[] av = a.values();
    float[] bv = b.values();
    int next = a.stride();
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + depth * next;
    while (p != end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, bv, q);
      c0 = FloatVector.broadcast(SPECIES, av[p]).fma(b0, c0);
      p += next;
      q += b.stride();
    }
    float[] cv = c.values();
    c0.intoArray(cv, cFrom);
  }
}
