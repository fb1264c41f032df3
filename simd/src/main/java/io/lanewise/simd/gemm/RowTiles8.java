package io.lanewise.simd.gemm;

import static io.lanewise.simd.gemm.Width.LANES;
import static io.lanewise.simd.gemm.Width.SPECIES;

import io.lanewise.kernel.Matrix;
import jdk.incubator.vector.FloatVector;

/** Tiles of 8 rows, two vectors wide, the left factor stored row by row. */
final class RowTiles8 {

  private RowTiles8() {}

  static void tile8(
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
    FloatVector d0 = FloatVector.fromArray(SPECIES, sv, startFrom + LANES);
    FloatVector c1 = FloatVector.fromArray(SPECIES, sv, startFrom + from);
    FloatVector d1 = FloatVector.fromArray(SPECIES, sv, startFrom + from + LANES);
    FloatVector c2 = FloatVector.fromArray(SPECIES, sv, startFrom + 2 * from);
    FloatVector d2 = FloatVector.fromArray(SPECIES, sv, startFrom + 2 * from + LANES);
    FloatVector c3 = FloatVector.fromArray(SPECIES, sv, startFrom + 3 * from);
    FloatVector d3 = FloatVector.fromArray(SPECIES, sv, startFrom + 3 * from + LANES);
    FloatVector c4 = FloatVector.fromArray(SPECIES, sv, startFrom + 4 * from);
    FloatVector d4 = FloatVector.fromArray(SPECIES, sv, startFrom + 4 * from + LANES);
    FloatVector c5 = FloatVector.fromArray(SPECIES, sv, startFrom + 5 * from);
    FloatVector d5 = FloatVector.fromArray(SPECIES, sv, startFrom + 5 * from + LANES);
    FloatVector c6 = FloatVector.fromArray(SPECIES, sv, startFrom + 6 * from);
    FloatVector d6 = FloatVector.fromArray(SPECIES, sv, startFrom + 6 * from + LANES);
    FloatVector c7 = FloatVector.fromArray(SPECIES, sv, startFrom + 7 * from);
    FloatVector d7 = FloatVector.fromArray(SPECIES, sv, startFrom + 7 * from + LANES);
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
      FloatVector a6 = FloatVector.broadcast(SPECIES, av[p + 6 * next]);
      c6 = a6.fma(b0, c6);
      d6 = a6.fma(b1, d6);
      FloatVector a7 = FloatVector.broadcast(SPECIES, av[p + 7 * next]);
      c7 = a7.fma(b0, c7);
      d7 = a7.fma(b1, d7);
      p++;
      q += b.stride();
    }
    float[] cv = c.values();
    int down = c.stride();
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
    c6.intoArray(cv, cFrom + 6 * down);
    d6.intoArray(cv, cFrom + 6 * down + LANES);
    c7.intoArray(cv, cFrom + 7 * down);
    d7.intoArray(cv, cFrom + 7 * down + LANES);
  }
}
