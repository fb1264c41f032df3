package io.lanewise.kernel;

import io.lanewise.kernel.scalar.ScalarActivations;
import io.lanewise.kernel.scalar.ScalarAdamStep;
import io.lanewise.kernel.scalar.ScalarArrayMath;
import io.lanewise.kernel.scalar.ScalarBinaryCrossEntropy;
import io.lanewise.kernel.scalar.ScalarColumnReductions;
import io.lanewise.kernel.scalar.ScalarEdgeSearch;
import io.lanewise.kernel.scalar.ScalarLogSums;
import io.lanewise.kernel.scalar.ScalarMatrixProducts;
import io.lanewise.kernel.scalar.ScalarReductions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One implementation of every kernel family.
 *
 * <p>All implementations return the same bits; they differ in speed only. Safe for any thread.
 *
 * @param name how it computes: {@code scalar}, {@code auto} (scalar at first), or {@code simd-} and
 *     the bits of a vector
 * @param vectorBits bits of a hardware vector, 64 for scalar code, which {@code auto} begins with
 * @param logSums entropy, cross-entropy, KL and JS
 * @param edgeSearch bins of values
 * @param arrayMath exponential function and logarithms
 * @param activations what layers do to their sums, and softmax
 * @param reductions sums, dot products, extremes and moments
 * @param columnReductions sums and moments of each column of a matrix
 * @param binaryCrossEntropy the loss of logits, and its gradient
 * @param adamStep a step of Adam
 * @param matrixProducts products of matrices
 */
public record Kernels(
    String name,
    int vectorBits,
    LogSums logSums,
    EdgeSearch edgeSearch,
    ArrayMath arrayMath,
    Activations activations,
    Reductions reductions,
    ColumnReductions columnReductions,
    BinaryCrossEntropy binaryCrossEntropy,
    AdamStep adamStep,
    MatrixProducts matrixProducts) {

  /** Elements of an operation from which on vector code pays in a JVM that has not run it yet. */
  private static final long ADAPTIVE_ELEMENTS = 12_000_000;

  /**
   * Returns the readable scalar kernels, which need no module and no flag.
   *
   * @return kernels named {@code scalar}
   */
  public static Kernels scalar() {
    return scalar("scalar", new ScalarLogSums());
  }

  private static Kernels scalar(String name, LogSums logSums) {
    Activations activations = new ScalarActivations();
    return new Kernels(
        name,
        Double.SIZE,
        logSums,
        new ScalarEdgeSearch(),
        new ScalarArrayMath(),
        activations,
        new ScalarReductions(),
        new ScalarColumnReductions(),
        new ScalarBinaryCrossEntropy(),
        new ScalarAdamStep(),
        new ScalarMatrixProducts(activations));
  }

  /**
   * Returns kernels that are scalar until there is much to do.
   *
   * @param vector the vector kernels, null where there are none; asked for when they are due
   */
  static Kernels adaptive(Supplier<@Nullable Kernels> vector) {
    LogSums logSums =
        new AdaptiveLogSums(
            ADAPTIVE_ELEMENTS,
            new ScalarLogSums(),
            () -> {
              Kernels kernels = vector.get();
              return kernels == null ? null : kernels.logSums;
            });
    return scalar("auto", logSums);
  }

  /**
   * Returns the kernels chosen for this JVM, for work that lasts seconds, as training does: vector
   * code from the first call on where it is available, scalar code otherwise.
   *
   * <p>The system property {@value KernelChoice#PROPERTY} is read once: {@code auto} (the default),
   * {@code scalar} or {@code simd}. With {@code auto}, a fall-back to scalar is logged once, at
   * level INFO, with the reason and the fix. Loading vector code takes 60 ms, and about a second of
   * a processor passes until an operation is compiled; see {@link #adaptive}.
   *
   * @return the same kernels at every call
   * @throws IllegalArgumentException if the property has another value
   * @throws IllegalStateException if {@code simd} is asked for and is not available
   */
  public static Kernels installed() {
    return InstalledKernels.get();
  }

  /**
   * Returns the kernels chosen for this JVM, for measures of any size, a single small one too.
   *
   * <p>As {@link #installed}, but with {@code auto} the log sums begin as scalar code and become
   * vector code once so much was asked of them that it pays. Measures need no other family; the
   * others are scalar here.
   *
   * @return the same kernels at every call
   * @throws IllegalArgumentException if the property has another value
   * @throws IllegalStateException if {@code simd} is asked for and is not available
   */
  public static Kernels adaptive() {
    return InstalledKernels.adaptive();
  }

  /**
   * Returns the vector kernels, whatever the system property {@value KernelChoice#PROPERTY} says.
   *
   * @return kernels named {@code simd-} and the bits of a vector
   * @throws IllegalStateException if they are not available; the message says why, and the fix
   */
  public static Kernels simd() {
    return InstalledKernels.simd();
  }
}
