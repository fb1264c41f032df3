package io.lanewise.kernel;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides which kernels run, from what was asked for and what is there. */
final class KernelSelection {

  static final String VECTOR_MODULE = "jdk.incubator.vector";

  private static final String UNRESOLVED =
      "module " + VECTOR_MODULE + " is not resolved; add --add-modules " + VECTOR_MODULE;

  private final boolean vectorModuleResolved;
  private final boolean optimising;
  private final Supplier<? extends Iterable<KernelProvider>> providers;
  private final Consumer<String> notice;

  /** What AUTO finds: looked for once, so that a fall-back is told once. */
  private final LateKernels late = new LateKernels(this::searched);

  /**
   * @param optimising whether this JVM has a compiler that knows vectors: in the interpreter and
   *     with the quick compiler they are slower than scalar code, so AUTO does without
   * @param providers asked for only when the vector module is resolved: on the class path, loading
   *     a provider without it ends in NoClassDefFoundError
   * @param notice receives the one line that tells of a fall-back
   */
  KernelSelection(
      boolean vectorModuleResolved,
      boolean optimising,
      Supplier<? extends Iterable<KernelProvider>> providers,
      Consumer<String> notice) {
    this.vectorModuleResolved = vectorModuleResolved;
    this.optimising = optimising;
    this.providers = providers;
    this.notice = notice;
  }

  /** The kernels for work of any size: with AUTO, scalar code until there is much to do. */
  Kernels selectAdaptive(KernelChoice choice) {
    return switch (choice) {
      case SCALAR -> Kernels.scalar();
      case AUTO -> adaptive();
      case SIMD -> simd(KernelChoice.PROPERTY + " = simd, but ");
    };
  }

  /** The kernels for work that lasts: with AUTO, vector code at once. */
  Kernels select(KernelChoice choice) {
    return switch (choice) {
      case SCALAR -> Kernels.scalar();
      case AUTO -> {
        Kernels vector = late.get();
        yield vector == null ? Kernels.scalar() : vector;
      }
      case SIMD -> simd(KernelChoice.PROPERTY + " = simd, but ");
    };
  }

  /** Loading vector kernels takes 60 ms, so what can be told without is told at once. */
  private Kernels adaptive() {
    return obstacle() == null || late.get() != null ? Kernels.adaptive(late) : Kernels.scalar();
  }

  /** The vector kernels, or null and a notice. */
  private @Nullable Kernels searched() {
    String obstacle = obstacle();
    return switch (obstacle == null ? find() : new Missing(obstacle)) {
      case Found(KernelProvider provider) -> provider.create();
      case Missing(String reason) -> {
        notice.accept("scalar kernels are used: " + reason);
        yield null;
      }
    };
  }

  /** What keeps this JVM from running vector code fast, if anything does. */
  private @Nullable String obstacle() {
    if (!vectorModuleResolved) {
      return UNRESOLVED;
    }
    return optimising ? null : "the optimising compiler is off (-Xint or -XX:TieredStopAtLevel)";
  }

  /**
   * The vector kernels, whatever was asked for.
   *
   * @param refusal what stands before the reason where there are none
   */
  Kernels simd(String refusal) {
    return switch (find()) {
      case Found(KernelProvider provider) -> provider.create();
      case Missing(String reason) -> throw new IllegalStateException(refusal + reason);
    };
  }

  private Search find() {
    if (!vectorModuleResolved) {
      return new Missing(UNRESOLVED);
    }
    String reason = "no vector kernels were found; put lanewise-simd on the class or module path";
    for (KernelProvider provider : providers.get()) {
      var obstacle = provider.unavailableBecause();
      if (obstacle.isEmpty()) {
        return new Found(provider);
      }
      reason = provider.name() + " cannot run here: " + obstacle.get();
    }
    return new Missing(reason);
  }

  private sealed interface Search {}

  private record Found(KernelProvider provider) implements Search {}

  private record Missing(String reason) implements Search {}
}
