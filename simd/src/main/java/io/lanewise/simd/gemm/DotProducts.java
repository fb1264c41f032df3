package io.lanewise.simd.gemm;

import static io.lanewise.simd.gemm.Width.LANES;

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
 * <p>Where k is a multiple of 16 and a vector has 256 bits, four rows share what they load of b,
 * and the first step of folding is done in registers. Vectors of 512 bits are no help: arrays begin
 * in the middle of a cache line, so each load of one would touch two.
 */
final class DotProducts {

  /** Rows at a time. */
  static final int GROUP = 4;

  private static final int TERMS = MatrixProducts.LANES;

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
      boolean together = straight || product.k() <= CHUNK;
      boolean fast = 2 * LANES == TERMS && product.k() % TERMS == 0 && together;
      for (int row = 0; row < product.m(); row += GROUP) {
        int rows = Math.min(GROUP, product.m() - row);
        if (fast && rows == GROUP) {
          group(product, row, j, straight, workspace);
        } else {
          rows(product, row, rows, j, straight, workspace);
        }
      }
    }
  }

  private static void copy(Matrix b, int j, int p, int count, float[] column) {
    int from = b.from() + p * b.stride() + j;
    for (int i = 0; i < count; i++) {
      column[i] = b.values()[from + i * b.stride()];
    }
  }

  private static void group(
      Product product, int row, int j, boolean straight, Workspace workspace) {
    Matrix a = product.a();
    Matrix b = product.b();
    float[] column = straight ? b.values() : workspace.panels;
    int from = product.form() == Form.NT ? b.from() + j * b.stride() : b.from();
    float[] lanes = workspace.lanes;
    four(a, a.from() + row * a.stride(), column, straight ? from : 0, product.k(), lanes);
    for (int i = 0; i < GROUP; i++) {
      finish(product, row + i, j, lanes, i * TERMS);
    }
  }

  private static void four(Matrix a, int aFrom, float[] b, int bFrom, int count, float[] lanes) {
    FloatVector s0 = FloatVector.zero(Width.SPECIES);
    FloatVector t0 = FloatVector.zero(Width.SPECIES);
    FloatVector s1 = FloatVector.zero(Width.SPECIES);
    FloatVector t1 = FloatVector.zero(Width.SPECIES);
    FloatVector s2 = FloatVector.zero(Width.SPECIES);
    FloatVector t2 = FloatVector.zero(Width.SPECIES);
    FloatVector s3 = FloatVector.zero(Width.SPECIES);
    FloatVector t3 = FloatVector.zero(Width.SPECIES);
    float[] av = a.values();
    int next = a.stride();
    for (int i = 0; i < count; i += TERMS) {
      int p = aFrom + i;
      int q = bFrom + i;
      FloatVector low = load(b, q);
      FloatVector high = load(b, q + LANES);
      s0 = load(av, p).fma(low, s0);
      t0 = load(av, p + LANES).fma(high, t0);
      s1 = load(av, p + next).fma(low, s1);
      t1 = load(av, p + next + LANES).fma(high, t1);
      s2 = load(av, p + 2 * next).fma(low, s2);
      t2 = load(av, p + 2 * next + LANES).fma(high, t2);
      s3 = load(av, p + 3 * next).fma(low, s3);
      t3 = load(av, p + 3 * next + LANES).fma(high, t3);
    }
    s0.add(t0).intoArray(lanes, 0);
    s1.add(t1).intoArray(lanes, TERMS);
    s2.add(t2).intoArray(lanes, 2 * TERMS);
    s3.add(t3).intoArray(lanes, 3 * TERMS);
  }

  private static void rows(
      Product product, int row, int rows, int j, boolean straight, Workspace workspace) {
    Matrix a = product.a();
    Matrix b = product.b();
    float[] lanes = workspace.lanes;
    Arrays.fill(lanes, 0, rows * TERMS, 0);
    for (int p = 0; p < product.k(); p += CHUNK) {
      int count = Math.min(CHUNK, product.k() - p);
      int aFrom = a.from() + row * a.stride() + p;
      int bFrom = straight ? b.from() + p + (product.form() == Form.NT ? j * b.stride() : 0) : 0;
      if (!straight && product.k() > CHUNK) {
        copy(b, j, p, count, workspace.panels);
      }
      float[] column = straight ? b.values() : workspace.panels;
      for (int i = 0; i < rows; i++) {
        row(a.values(), aFrom + i * a.stride(), column, bFrom, count, lanes, i * TERMS);
      }
    }
    for (int i = 0; i < rows; i++) {
      for (int lane = i * TERMS; lane < i * TERMS + TERMS / 2; lane++) {
        lanes[lane] += lanes[lane + TERMS / 2];
      }
      finish(product, row + i, j, lanes, i * TERMS);
    }
  }

  private static void row(
      float[] a, int aFrom, float[] b, int bFrom, int count, float[] lanes, int from) {
    int whole = count - count % TERMS;
    for (int lane = 0; lane < TERMS; lane += LANES) {
      FloatVector sum = load(lanes, from + lane);
      lanes(a, aFrom + lane, b, bFrom + lane, whole, sum).intoArray(lanes, from + lane);
    }
    for (int p = whole; p < count; p++) {
      int lane = from + p - whole;
      lanes[lane] = Math.fma(a[aFrom + p], b[bFrom + p], lanes[lane]);
    }
  }

  private static FloatVector lanes(
      float[] a, int aFrom, float[] b, int bFrom, int count, FloatVector start) {
    FloatVector sum = start;
    for (int p = 0; p < count; p += TERMS) {
      sum = load(a, aFrom + p).fma(load(b, bFrom + p), sum);
    }
    return sum;
  }

  private static FloatVector load(float[] values, int from) {
    return FloatVector.fromArray(Width.SPECIES, values, from);
  }

  /** 4+4, 2+2 and 1+1 of what is left in eight lanes, and the old element. */
  private static void finish(Product product, int row, int j, float[] lanes, int from) {
    float s0 = lanes[from] + lanes[from + 4];
    float s1 = lanes[from + 1] + lanes[from + 5];
    float s2 = lanes[from + 2] + lanes[from + 6];
    float s3 = lanes[from + 3] + lanes[from + 7];
    float sum = (s0 + s2) + (s1 + s3);
    Matrix c = product.c();
    int at = c.from() + row * c.stride() + j;
    c.values()[at] = product.update() == Update.ADD ? c.values()[at] + sum : sum;
  }
}
