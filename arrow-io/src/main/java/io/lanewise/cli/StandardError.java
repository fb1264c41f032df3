package io.lanewise.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Standard error, which the launcher keeps at another descriptor while the JVM starts: that
 * announces the module of vectors, and no flag of its own keeps it from that.
 */
final class StandardError {

  private static final int DESCRIPTOR = 2;

  private StandardError() {}

  /**
   * Puts standard error back into its place, for this process and for the JVM itself: what was a
   * terminal is one again.
   *
   * @param kept the descriptor that it is kept at
   */
  @SuppressWarnings("restricted") // The launcher allows native access.
  static void restore(int kept) {
    Linker linker = Linker.nativeLinker();
    MemorySegment function = linker.defaultLookup().findOrThrow("dup2");
    MethodHandle dup2 =
        linker.downcallHandle(
            function,
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    int copy;
    try {
      copy = (int) dup2.invokeExact(kept, DESCRIPTOR);
    } catch (Throwable e) {
      throw new IllegalStateException("dup2 of a C library throws nothing", e);
    }
    if (copy != DESCRIPTOR) {
      throw new IllegalStateException("no standard error at descriptor " + kept);
    }
  }
}
