package io.lanewise.simd.gemm;

import io.lanewise.kernel.Form;
import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.MatrixProducts;
import io.lanewise.kernel.Product;
import io.lanewise.kernel.Update;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Products of few columns as dot products over 16 lanes.
 *
 * <p>Eight rows share what they load of b. The lanes of a row pass through memory on their way from
 * one step to the next, which lets the folding be written for 128 bits, whatever the width.
 */
final class DotProducts {

  static final int GROUP = 8;
  private static final int LANES = MatrixProducts.LANES;

  /** Terms at a time: a column of b is copied if its elements do not follow each other. */
  private static final int CHUNK = 1 << 15;

  private DotProducts() {}

  static void multiply(Product product, Workspace workspace) {
    for (int j = 0; j < product.n(); j++) {
      Matrix b = product.b();
      boolean straight = product.form() == Form.NT || b.stride() == 1;
      if (!straight && product.k() <= CHUNK) {
        copy(b, j, 0, product.k(), workspace.panels);
      }
      for (int row = 0; row < product.m(); row += GROUP) {
        rows(product, row, Math.min(GROUP, product.m() - row), j, straight, workspace);
      }
    }
  }

  private static void rows(
      Product product, int row, int rows, int j, boolean straight, Workspace workspace) {
    Matrix a = product.a();
    Matrix b = product.b();
    float[] lanes = workspace.lanes;
    Arrays.fill(lanes, 0, rows * LANES, 0);
    for (int p = 0; p < product.k(); p += CHUNK) {
      int count = Math.min(CHUNK, product.k() - p);
      int aFrom = a.from() + row * a.stride() + p;
      if (straight) {
        int bFrom = b.from() + p + (product.form() == Form.NT ? j * b.stride() : 0);
        add(a, aFrom, rows, b.values(), bFrom, count, lanes);
      } else {
        if (product.k() > CHUNK) {
          copy(b, j, p, count, workspace.panels);
        }
        add(a, aFrom, rows, workspace.panels, 0, count, lanes);
      }
    }
    fold(lanes, rows);
    finish(product, row, rows, j, lanes);
  }

  private static void copy(Matrix b, int j, int p, int count, float[] column) {
    int from = b.from() + p * b.stride() + j;
    for (int i = 0; i < count; i++) {
      column[i] = b.values()[from + i * b.stride()];
    }
  }

  private static void add(
      Matrix a, int aFrom, int rows, float[] b, int bFrom, int count, float[] lanes) {
    int whole = count - count % LANES;
    for (int lane = 0; lane < LANES; lane += Width.LANES) {
      if (rows == GROUP) {
        group(a, aFrom + lane, b, bFrom + lane, whole, lanes, lane);
      } else {
        for (int i = 0; i < rows; i++) {
          int from = aFrom + i * a.stride() + lane;
          row(a.values(), from, b, bFrom + lane, whole, lanes, i * LANES + lane);
        }
      }
    }
    for (int i = 0; i < rows && whole < count; i++) {
      tail(a.values(), aFrom + i * a.stride(), b, bFrom, whole, count, lanes, i * LANES);
    }
  }

  private static void group(
      Matrix a, int aFrom, float[] b, int bFrom, int count, float[] lanes, int lane) {
    FloatVector s0 = load(lanes, lane);
    FloatVector s1 = load(lanes, LANES + lane);
    FloatVector s2 = load(lanes, 2 * LANES + lane);
    FloatVector s3 = load(lanes, 3 * LANES + lane);
    FloatVector s4 = load(lanes, 4 * LANES + lane);
    FloatVector s5 = load(lanes, 5 * LANES + lane);
    FloatVector s6 = load(lanes, 6 * LANES + lane);
    FloatVector s7 = load(lanes, 7 * LANES + lane);
    float[] av = a.values();
    int next = a.stride();
    int p = aFrom;
    int q = bFrom;
    int end = aFrom + count;
    while (p != end) {
      FloatVector column = load(b, q);
      s0 = load(av, p).fma(column, s0);
      s1 = load(av, p + next).fma(column, s1);
      s2 = load(av, p + 2 * next).fma(column, s2);
      s3 = load(av, p + 3 * next).fma(column, s3);
      s4 = load(av, p + 4 * next).fma(column, s4);
      s5 = load(av, p + 5 * next).fma(column, s5);
      s6 = load(av, p + 6 * next).fma(column, s6);
      s7 = load(av, p + 7 * next).fma(column, s7);
      p += LANES;
      q += LANES;
    }
    s0.intoArray(lanes, lane);
    s1.intoArray(lanes, LANES + lane);
    s2.intoArray(lanes, 2 * LANES + lane);
    s3.intoArray(lanes, 3 * LANES + lane);
    s4.intoArray(lanes, 4 * LANES + lane);
    s5.intoArray(lanes, 5 * LANES + lane);
    s6.intoArray(lanes, 6 * LANES + lane);
    s7.intoArray(lanes, 7 * LANES + lane);
  }

  private static void row(
      float[] a, int aFrom, float[] b, int bFrom, int count, float[] lanes, int lane) {
    FloatVector sum = load(lanes, lane);
    for (int p = 0; p < count; p += LANES) {
      sum = load(a, aFrom + p).fma(load(b, bFrom + p), sum);
    }
    sum.intoArray(lanes, lane);
  }

  private static void tail(
      float[] a, int aFrom, float[] b, int bFrom, int whole, int count, float[] lanes, int lane) {
    for (int p = whole; p < count; p++) {
      int at = lane + p - whole;
      lanes[at] = Math.fma(a[aFrom + p], b[bFrom + p], lanes[at]);
    }
  }

  private static FloatVector load(float[] values, int from) {
    return FloatVector.fromArray(Width.SPECIES, values, from);
  }

  /** 8+8 and 4+4 of every row; what is left of a row lies in its first four lanes. */
  private static void fold(float[] lanes, int rows) {
    for (int i = 0; i < rows; i++) {
      int from = i * LANES;
      FloatVector even = quarter(lanes, from).add(quarter(lanes, from + 8));
      FloatVector odd = quarter(lanes, from + 4).add(quarter(lanes, from + 12));
      even.add(odd).intoArray(lanes, from);
    }
  }

  private static FloatVector quarter(float[] lanes, int from) {
    return FloatVector.fromArray(FloatVector.SPECIES_128, lanes, from);
  }

  /** 2+2 and 1+1, and the old element. */
  private static void finish(Product product, int row, int rows, int j, float[] lanes) {
    Matrix c = product.c();
    float[] values = c.values();
    for (int i = 0; i < rows; i++) {
      int from = i * LANES;
      float sum = (lanes[from] + lanes[from + 2]) + (lanes[from + 1] + lanes[from + 3]);
      int at = c.from() + (row + i) * c.stride() + j;
      values[at] = product.update() == Update.ADD ? values[at] + sum : sum;
    }
  }
}
