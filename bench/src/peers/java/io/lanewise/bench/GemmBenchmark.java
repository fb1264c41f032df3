package io.lanewise.bench;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import io.lanewise.kernel.Form;
import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.MatrixProducts;
import io.lanewise.kernel.ParallelProducts;
import io.lanewise.kernel.Product;
import io.lanewise.kernel.Update;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a matrix product takes, against OpenBLAS, netlib's VectorBLAS and EJML.
 *
 * <p>{@code c = a b} in float32, row by row. A shape is m x n x k; the form tells which factor is
 * stored transposed. All use one thread but {@code vectorTwoThreads}. A
 * product is 2 m n k operations; {@code FmaPeakBenchmark} tells how many a core can do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GemmBenchmark {

  private static final int ROW_MAJOR = 101;
  private static final int PLAIN = 111;
  private static final int TRANSPOSED = 112;

  /** m x n x k: powers of two, then layers of small networks. */
  @Param({
    "32x32x32",
    "64x64x64",
    "128x128x128",
    "256x256x256",
    "512x512x512",
    "1024x1024x1024",
    "64x128x16",
    "128x128x64",
    "128x512x256",
    "512x128x16",
    "512x512x256",
    "128x16x128",
    "128x8x128",
    "128x1x128",
    "512x1x128"
  })
  String shape = "64x64x64";

  /** Which factor is stored transposed. */
  @Param({"NN", "NT", "TN"})
  Form form = Form.NN;

  int m;
  int n;
  int k;
  float[] a = {};
  float[] b = {};
  float[] c = {};

  private Product product = product(Form.NN, 0, 0, 0, a, b, c);
  private final MatrixProducts scalarProducts = Kernels.scalar().matrixProducts();
  private final MatrixProducts vectorProducts = Kernels.simd().matrixProducts();
  private final ParallelProducts twoThreads = new ParallelProducts(vectorProducts, 2);
  final BLAS netlib = JavaBLAS.getInstance();

  FloatPointer nativeA = new FloatPointer();
  FloatPointer nativeB = new FloatPointer();
  FloatPointer nativeC = new FloatPointer();
  private FMatrixRMaj ejmlA = new FMatrixRMaj();
  private FMatrixRMaj ejmlB = new FMatrixRMaj();
  private FMatrixRMaj ejmlC = new FMatrixRMaj();

  /** Draws the factors. */
  @Setup(Level.Trial)
  public void draw() {
    String[] sizes = shape.split("x", -1);
    m = Integer.parseInt(sizes[0]);
    n = Integer.parseInt(sizes[1]);
    k = Integer.parseInt(sizes[2]);
    Random random = new Random(1);
    a = gaussian(random, m * k);
    b = gaussian(random, k * n);
    c = new float[m * n];
    product = product(form, m, n, k, a, b, c);
    openblas.blas_set_num_threads(1);
    nativeA = new FloatPointer(a);
    nativeB = new FloatPointer(b);
    nativeC = new FloatPointer(c);
    ejmlA = form == Form.TN ? new FMatrixRMaj(k, m, true, a) : new FMatrixRMaj(m, k, true, a);
    ejmlB = form == Form.NT ? new FMatrixRMaj(n, k, true, b) : new FMatrixRMaj(k, n, true, b);
    ejmlC = new FMatrixRMaj(m, n);
  }

  /** Frees what lies outside the heap. */
  @TearDown(Level.Trial)
  public void free() {
    nativeA.close();
    nativeB.close();
    nativeC.close();
  }

  /** The scalar twin. */
  @Benchmark
  public float[] scalar() {
    scalarProducts.multiply(product);
    return c;
  }

  /** Lanewise. */
  @Benchmark
  public float[] vector() {
    vectorProducts.multiply(product);
    return c;
  }

  /** Lanewise on two threads where that pays. */
  @Benchmark
  public float[] vectorTwoThreads() {
    twoThreads.multiply(product);
    return c;
  }

  /** OpenBLAS on memory outside the heap. */
  @Benchmark
  public FloatPointer openBlas() {
    openblas.cblas_sgemm(
        ROW_MAJOR,
        form == Form.TN ? TRANSPOSED : PLAIN,
        form == Form.NT ? TRANSPOSED : PLAIN,
        m,
        n,
        k,
        1,
        nativeA,
        strideOfA(),
        nativeB,
        strideOfB(),
        0,
        nativeC,
        n);
    return nativeC;
  }

  /** OpenBLAS on arrays, which it pins or copies. */
  @Benchmark
  public float[] openBlasHeap() {
    openblas.cblas_sgemm(
        ROW_MAJOR,
        form == Form.TN ? TRANSPOSED : PLAIN,
        form == Form.NT ? TRANSPOSED : PLAIN,
        m,
        n,
        k,
        1,
        a,
        strideOfA(),
        b,
        strideOfB(),
        0,
        c,
        n);
    return c;
  }

  /** Netlib's, on the same Vector API; column by column, so the factors change places. */
  @Benchmark
  public float[] vectorBlas() {
    netlib.sgemm(
        form == Form.NT ? "T" : "N",
        form == Form.TN ? "T" : "N",
        n,
        m,
        k,
        1,
        b,
        strideOfB(),
        a,
        strideOfA(),
        0,
        c,
        n);
    return c;
  }

  /** EJML, scalar Java. */
  @Benchmark
  public FMatrixRMaj ejml() {
    switch (form) {
      case NN -> CommonOps_FDRM.mult(ejmlA, ejmlB, ejmlC);
      case NT -> CommonOps_FDRM.multTransB(ejmlA, ejmlB, ejmlC);
      case TN -> CommonOps_FDRM.multTransA(ejmlA, ejmlB, ejmlC);
    }
    return ejmlC;
  }

  private int strideOfA() {
    return form == Form.TN ? m : k;
  }

  private int strideOfB() {
    return form == Form.NT ? k : n;
  }

  private static Product product(
      Form form, int m, int n, int k, float[] a, float[] b, float[] c) {
    return new Product(
        form,
        form == Form.TN ? Matrix.of(a, k, m) : Matrix.of(a, m, k),
        form == Form.NT ? Matrix.of(b, n, k) : Matrix.of(b, k, n),
        Update.SET,
        Matrix.of(c, m, n));
  }

  private static float[] gaussian(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
