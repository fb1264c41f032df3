package io.lanewise.simd.gemm;

import static io.lanewise.simd.gemm.Width.LANES;
import static io.lanewise.simd.gemm.Width.SPECIES;
import static jdk.incubator.vector.VectorOperators.FMA;

import io.lanewise.kernel.Form;
import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.MatrixProducts;
import io.lanewise.kernel.Product;
import io.lanewise.kernel.Update;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Products of few columns as dot products over eight lanes.
 *
 * <p>Where k is a multiple of eight and a vector has as many lanes, four rows share what they load
 * of b and are folded together in registers. Vectors of 512 bits are no help: arrays begin in the
 * middle of a cache line, so each load of one would touch two.
 */
final class DotProducts {

  /** Rows of which the sums are kept before c is written. */
  static final int ROWS = 64;

  private static final int TERMS = MatrixProducts.LANES;

  /** Rows folded together. */
  private static final int GROUP = 4;

  /** Terms at a time: a column of b is copied if its elements do not follow each other. */
  private static final int CHUNK = 1 << 15;

  private static final VectorMask<Float> UPPER_HALF = upper(LANES / 2);
  private static final VectorShuffle<Float> HALVES = exchange(LANES / 2);
  private static final VectorMask<Float> UPPER_QUARTERS = upper(LANES / 4);
  private static final VectorShuffle<Float> QUARTERS = exchange(LANES / 4);

  private DotProducts() {}

  static void multiply(Product product, Workspace workspace) {
    for (int j = 0; j < product.n(); j++) {
      Matrix b = product.b();
      boolean straight = product.form() == Form.NT || b.stride() == 1;
      if (!straight && product.k() <= CHUNK) {
        copy(b, j, 0, product.k(), workspace.panels);
      }
      boolean together = straight || product.k() <= CHUNK;
      boolean fast = LANES == TERMS && product.k() % TERMS == 0 && together;
      for (int row = 0; row < product.m(); row += ROWS) {
        int rows = Math.min(ROWS, product.m() - row);
        int grouped = fast ? rows - rows % GROUP : 0;
        groups(product, row, grouped, j, straight, workspace);
        rows(product, row, grouped, rows, j, straight, workspace);
        finish(product, row, rows, j, workspace.pairs);
      }
    }
  }

  private static void copy(Matrix b, int j, int p, int count, float[] column) {
    int from = b.from() + p * b.stride() + j;
    for (int i = 0; i < count; i++) {
      column[i] = b.values()[from + i * b.stride()];
    }
  }

  private static void groups(
      Product product, int row, int rows, int j, boolean straight, Workspace workspace) {
    Matrix a = product.a();
    Matrix b = product.b();
    float[] column = straight ? b.values() : workspace.panels;
    int first = product.form() == Form.NT ? b.from() + j * b.stride() : b.from();
    int bFrom = straight ? first : 0;
    for (int i = 0; i < rows; i += GROUP) {
      int aFrom = a.from() + (row + i) * a.stride();
      four(a.values(), aFrom, a.stride(), column, bFrom, product.k(), workspace.pairs, 2 * i);
    }
  }

  private static void four(
      float[] a, int aFrom, int aStride, float[] b, int bFrom, int count, float[] pairs, int to) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    for (int i = 0; i < count; i += LANES) {
      int p = aFrom + i;
      FloatVector factor = load(b, bFrom + i);
      s0 = load(a, p).lanewise(FMA, factor, s0);
      s1 = load(a, p + aStride).lanewise(FMA, factor, s1);
      s2 = load(a, p + 2 * aStride).lanewise(FMA, factor, s2);
      s3 = load(a, p + 3 * aStride).lanewise(FMA, factor, s3);
    }
    FloatVector even = fold(s0, s2, UPPER_HALF, HALVES);
    FloatVector odd = fold(s1, s3, UPPER_HALF, HALVES);
    fold(even, odd, UPPER_QUARTERS, QUARTERS).intoArray(pairs, to);
  }

  /** Sums of x's parts where those of x were lower, of y's where those of y were upper. */
  private static FloatVector fold(
      FloatVector x, FloatVector y, VectorMask<Float> upper, VectorShuffle<Float> exchange) {
    return x.blend(y, upper).add(y.blend(x, upper).rearrange(exchange));
  }

  /** The lanes of which the bit of the part's size is set. */
  private static VectorMask<Float> upper(int part) {
    boolean[] lanes = new boolean[LANES];
    for (int lane = 0; lane < LANES; lane++) {
      lanes[lane] = (lane & part) != 0;
    }
    return VectorMask.fromArray(SPECIES, lanes, 0);
  }

  /** Upper parts of so many lanes in the place of lower ones, and the reverse. */
  private static VectorShuffle<Float> exchange(int part) {
    return VectorShuffle.fromOp(SPECIES, lane -> lane ^ part);
  }

  private static void rows(
      Product product, int row, int begin, int end, int j, boolean straight, Workspace workspace) {
    Matrix a = product.a();
    Matrix b = product.b();
    float[] lanes = workspace.lanes;
    Arrays.fill(lanes, begin * TERMS, end * TERMS, 0);
    for (int p = 0; p < product.k(); p += CHUNK) {
      int count = Math.min(CHUNK, product.k() - p);
      int aFrom = a.from() + row * a.stride() + p;
      int bFrom = straight ? b.from() + p + (product.form() == Form.NT ? j * b.stride() : 0) : 0;
      if (!straight && product.k() > CHUNK) {
        copy(b, j, p, count, workspace.panels);
      }
      float[] column = straight ? b.values() : workspace.panels;
      for (int i = begin; i < end; i++) {
        row(a.values(), aFrom + i * a.stride(), column, bFrom, count, lanes, i * TERMS);
      }
    }
    float[] pairs = workspace.pairs;
    for (int i = begin; i < end; i++) {
      int from = i * TERMS;
      pairs[2 * i] = (lanes[from] + lanes[from + 4]) + (lanes[from + 2] + lanes[from + 6]);
      pairs[2 * i + 1] = (lanes[from + 1] + lanes[from + 5]) + (lanes[from + 3] + lanes[from + 7]);
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
      sum = load(a, aFrom + p).lanewise(FMA, load(b, bFrom + p), sum);
    }
    return sum;
  }

  private static FloatVector load(float[] values, int from) {
    return FloatVector.fromArray(SPECIES, values, from);
  }

  /** The last addition of the fold, and the old element. */
  private static void finish(Product product, int row, int rows, int j, float[] pairs) {
    Matrix c = product.c();
    boolean add = product.update() == Update.ADD;
    int at = c.from() + row * c.stride() + j;
    for (int i = 0; i < rows; i++) {
      float sum = pairs[2 * i] + pairs[2 * i + 1];
      c.values()[at] = add ? c.values()[at] + sum : sum;
      at += c.stride();
    }
  }
}
