package io.lanewise.kernel;

import java.util.Optional;

/**
 * Offers vector kernels to {@link Kernels}; found by {@link java.util.ServiceLoader}.
 *
 * <p>A provider is not even loaded unless the module {@code jdk.incubator.vector} is in the boot
 * layer, so it may refer to that module everywhere.
 */
public interface KernelProvider {

  /**
   * Returns what the kernels would be called.
   *
   * @return for instance {@code simd-256}
   */
  String name();

  /**
   * Returns why these kernels cannot run here.
   *
   * @return the reason, or empty if they can
   */
  Optional<String> unavailableBecause();

  /**
   * Creates the kernels; called only if nothing speaks against it.
   *
   * @return kernels with the bits of {@link Kernels#scalar()}
   */
  Kernels create();
}
