package io.lanewise.kernel;

import java.util.ServiceLoader;
import java.util.function.Supplier;

/** The selection for this JVM, made once, at the first use. */
final class InstalledKernels {

  private static final Supplier<Kernels> SELECTED = select();

  private InstalledKernels() {}

  static Kernels get() {
    return SELECTED.get();
  }

  static Kernels simd() {
    return selection().simd();
  }

  /**
   * A refusal is kept and thrown at every use: thrown from a static initializer it would show once
   * as ExceptionInInitializerError and from then on as NoClassDefFoundError.
   */
  private static Supplier<Kernels> select() {
    KernelSelection selection = selection();
    String asked = System.getProperty(KernelChoice.PROPERTY);
    try {
      Kernels kernels = selection.select(KernelChoice.parse(asked));
      return () -> kernels;
    } catch (IllegalArgumentException refused) {
      String message = refused.getMessage();
      return () -> {
        throw new IllegalArgumentException(message, refused);
      };
    } catch (IllegalStateException refused) {
      String message = refused.getMessage();
      return () -> {
        throw new IllegalStateException(message, refused);
      };
    }
  }

  private static KernelSelection selection() {
    boolean resolved = ModuleLayer.boot().findModule(KernelSelection.VECTOR_MODULE).isPresent();
    return new KernelSelection(resolved, InstalledKernels::providers, InstalledKernels::log);
  }

  private static ServiceLoader<KernelProvider> providers() {
    return ServiceLoader.load(KernelProvider.class, KernelProvider.class.getClassLoader());
  }

  /** INFO: slower than it could be is worth knowing, but the results are the same bits. */
  private static void log(String line) {
    System.getLogger(Kernels.class.getName()).log(System.Logger.Level.INFO, line);
  }
}
