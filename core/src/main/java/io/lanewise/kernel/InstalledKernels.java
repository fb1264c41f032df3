package io.lanewise.kernel;

import java.util.ServiceLoader;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The selection for this JVM, made once, at the first use. */
final class InstalledKernels {

  private static final KernelSelection SELECTION = selection();

  private InstalledKernels() {}

  static Kernels get() {
    return AtOnce.SELECTED.get();
  }

  static Kernels adaptive() {
    return Adaptive.SELECTED.get();
  }

  /** Made apart, because it loads vector kernels. */
  private static final class AtOnce {
    private static final Supplier<Kernels> SELECTED = select(KernelSelection::select);
  }

  /** Made apart, because it may tell of a fall-back that nobody asked about. */
  private static final class Adaptive {
    private static final Supplier<Kernels> SELECTED = select(KernelSelection::selectAdaptive);
  }

  static Kernels simd() {
    return SELECTION.simd("");
  }

  /**
   * A refusal is kept and thrown at every use: thrown from a static initializer it would show once
   * as ExceptionInInitializerError and from then on as NoClassDefFoundError.
   */
  private static Supplier<Kernels> select(
      BiFunction<KernelSelection, KernelChoice, Kernels> select) {
    String asked = System.getProperty(KernelChoice.PROPERTY);
    try {
      Kernels kernels = select.apply(SELECTION, KernelChoice.parse(asked));
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
    return new KernelSelection(
        resolved, isOptimising(), InstalledKernels::providers, InstalledKernels::log);
  }

  /** HotSpot says "mixed mode", "interpreted mode" or "mixed mode, emulated-client". */
  private static boolean isOptimising() {
    String mode = System.getProperty("java.vm.info", "");
    return !mode.startsWith("interpreted") && !mode.contains("emulated-client");
  }

  private static ServiceLoader<KernelProvider> providers() {
    return ServiceLoader.load(KernelProvider.class, KernelProvider.class.getClassLoader());
  }

  /** INFO: slower than it could be is worth knowing, but the results are the same bits. */
  private static void log(String line) {
    System.getLogger(Kernels.class.getName()).log(System.Logger.Level.INFO, line);
  }
}
