package io.lanewise.kernel;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Decides which kernels run, from what was asked for and what is there. */
final class KernelSelection {

  static final String VECTOR_MODULE = "jdk.incubator.vector";

  private final boolean vectorModuleResolved;
  private final Supplier<? extends Iterable<KernelProvider>> providers;
  private final Consumer<String> notice;

  /**
   * @param providers asked for only when the vector module is resolved: on the class path, loading
   *     a provider without it ends in NoClassDefFoundError
   * @param notice receives the one line that tells of a fall-back
   */
  KernelSelection(
      boolean vectorModuleResolved,
      Supplier<? extends Iterable<KernelProvider>> providers,
      Consumer<String> notice) {
    this.vectorModuleResolved = vectorModuleResolved;
    this.providers = providers;
    this.notice = notice;
  }

  Kernels select(KernelChoice choice) {
    return switch (choice) {
      case SCALAR -> Kernels.scalar();
      case AUTO ->
          switch (find()) {
            case Found(KernelProvider provider) -> provider.create();
            case Missing(String reason) -> {
              notice.accept("scalar kernels are used: " + reason);
              yield Kernels.scalar();
            }
          };
      case SIMD ->
          switch (find()) {
            case Found(KernelProvider provider) -> provider.create();
            case Missing(String reason) ->
                throw new IllegalStateException(KernelChoice.PROPERTY + " = simd, but " + reason);
          };
    };
  }

  /** The vector kernels, whatever was asked for. */
  Kernels simd() {
    return switch (find()) {
      case Found(KernelProvider provider) -> provider.create();
      case Missing(String reason) -> throw new IllegalStateException(reason);
    };
  }

  private Search find() {
    if (!vectorModuleResolved) {
      return new Missing(
          "module " + VECTOR_MODULE + " is not resolved; add --add-modules " + VECTOR_MODULE);
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
