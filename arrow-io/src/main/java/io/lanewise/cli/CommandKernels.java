package io.lanewise.cli;

import io.lanewise.kernel.Kernels;

/**
 * Which kernels a command runs.
 *
 * <p>A one-shot command scores a few thousand symbols per column: the first vector kernel would
 * cost 0.4 seconds of compilation and more to save microseconds. So it is scalar unless the
 * property {@code lanewise.kernels} asks for vectors. The bits are the same.
 */
final class CommandKernels {

  private CommandKernels() {}

  static Kernels choose() {
    String asked = System.getProperty("lanewise.kernels", "auto");
    return asked.equals("auto") ? Kernels.scalar() : installed();
  }

  /** For work that lasts: vector code where there is any. */
  static Kernels installed() {
    try {
      return Kernels.installed();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      throw new EnvironmentException(String.valueOf(e.getMessage()), e);
    }
  }
}
