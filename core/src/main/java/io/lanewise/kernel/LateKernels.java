package io.lanewise.kernel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Vector kernels that are looked for when they are first asked for, and only then. */
final class LateKernels implements Supplier<@Nullable Kernels> {

  private @Nullable Supplier<@Nullable Kernels> search;
  private @Nullable Kernels found;

  /**
   * @param search finds the kernels, null where there are none; called at most once
   */
  LateKernels(Supplier<@Nullable Kernels> search) {
    this.search = search;
  }

  @Override
  public synchronized @Nullable Kernels get() {
    if (search != null) {
      Supplier<@Nullable Kernels> once = search;
      search = null;
      found = once.get();
    }
    return found;
  }
}
