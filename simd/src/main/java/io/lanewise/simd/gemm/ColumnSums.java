package io.lanewise.simd.gemm;

import static jdk.incubator.vector.VectorOperators.FMA;

import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.Product;
import io.lanewise.kernel.Update;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Products of few columns with a stored transposed: the lanes are rows of c, of which a has many.
 */
final class ColumnSums {

  private static final int VECTOR = Width.FULL.length();
  private static final int VECTORS = 8;

  /** Rows of c at a time. */
  static final int GROUP = VECTORS * VECTOR;

  private ColumnSums() {}

  static void multiply(Product product, Workspace workspace) {
    for (int j = 0; j < product.n(); j++) {
      for (int row = 0; row < product.m(); row += GROUP) {
        rows(product, row, Math.min(GROUP, product.m() - row), j, workspace.sums);
      }
    }
  }

  private static void rows(Product product, int row, int rows, int j, float[] sums) {
    Matrix c = product.c();
    float[] values = c.values();
    int cFrom = c.from() + row * c.stride() + j;
    if (product.update() == Update.ADD) {
      for (int i = 0; i < rows; i++) {
        sums[i] = values[cFrom + i * c.stride()];
      }
    } else {
      Arrays.fill(sums, 0, rows, 0);
    }
    sum(product, row, rows, j, sums);
    for (int i = 0; i < rows; i++) {
      values[cFrom + i * c.stride()] = sums[i];
    }
  }

  private static void sum(Product product, int row, int rows, int j, float[] sums) {
    Matrix a = product.a();
    Matrix b = product.b();
    int aFrom = a.from() + row;
    int bFrom = b.from() + j;
    if (rows == GROUP) {
      group(a, aFrom, b, bFrom, product.k(), sums);
      return;
    }
    int whole = Width.FULL.loopBound(rows);
    for (int i = 0; i < whole; i += VECTOR) {
      vector(a, aFrom + i, b, bFrom, product.k(), sums, i);
    }
    for (int i = whole; i < rows; i++) {
      float sum = sums[i];
      for (int p = 0; p < product.k(); p++) {
        float factor = a.values()[aFrom + i + p * a.stride()];
        sum = Math.fma(factor, b.values()[bFrom + p * b.stride()], sum);
      }
      sums[i] = sum;
    }
  }

  private static void group(Matrix a, int aFrom, Matrix b, int bFrom, int depth, float[] sums) {
    FloatVector s0 = load(sums, 0);
    FloatVector s1 = load(sums, VECTOR);
    FloatVector s2 = load(sums, 2 * VECTOR);
    FloatVector s3 = load(sums, 3 * VECTOR);
    FloatVector s4 = load(sums, 4 * VECTOR);
    FloatVector s5 = load(sums, 5 * VECTOR);
    FloatVector s6 = load(sums, 6 * VECTOR);
    FloatVector s7 = load(sums, 7 * VECTOR);
    float[] av = a.values();
    float[] bv = b.values();
    int at = aFrom;
    int q = bFrom;
    for (int p = 0; p < depth; p++) {
      FloatVector factor = FloatVector.broadcast(Width.FULL, bv[q]);
      s0 = load(av, at).lanewise(FMA, factor, s0);
      s1 = load(av, at + VECTOR).lanewise(FMA, factor, s1);
      s2 = load(av, at + 2 * VECTOR).lanewise(FMA, factor, s2);
      s3 = load(av, at + 3 * VECTOR).lanewise(FMA, factor, s3);
      s4 = load(av, at + 4 * VECTOR).lanewise(FMA, factor, s4);
      s5 = load(av, at + 5 * VECTOR).lanewise(FMA, factor, s5);
      s6 = load(av, at + 6 * VECTOR).lanewise(FMA, factor, s6);
      s7 = load(av, at + 7 * VECTOR).lanewise(FMA, factor, s7);
      at += a.stride();
      q += b.stride();
    }
    s0.intoArray(sums, 0);
    s1.intoArray(sums, VECTOR);
    s2.intoArray(sums, 2 * VECTOR);
    s3.intoArray(sums, 3 * VECTOR);
    s4.intoArray(sums, 4 * VECTOR);
    s5.intoArray(sums, 5 * VECTOR);
    s6.intoArray(sums, 6 * VECTOR);
    s7.intoArray(sums, 7 * VECTOR);
  }

  private static void vector(
      Matrix a, int aFrom, Matrix b, int bFrom, int depth, float[] sums, int i) {
    FloatVector sum = load(sums, i);
    for (int p = 0; p < depth; p++) {
      FloatVector factor = FloatVector.broadcast(Width.FULL, b.values()[bFrom + p * b.stride()]);
      sum = load(a.values(), aFrom + p * a.stride()).lanewise(FMA, factor, sum);
    }
    sum.intoArray(sums, i);
  }

  private static FloatVector load(float[] values, int from) {
    return FloatVector.fromArray(Width.FULL, values, from);
  }
}
