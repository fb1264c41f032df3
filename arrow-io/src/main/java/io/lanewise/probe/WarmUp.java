package io.lanewise.probe;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks in turn, a step each, until the compiler has done with them.
 *
 * <p>In turn, so that it works on one while others run. A vector kernel takes it 0.4 to 0.9 seconds
 * on a machine with nothing else to do, and several on a busy one; until then that kernel runs in
 * the interpreter, some hundred times as slow. So the end is told by what is seen: for {@value
 * #QUIET} rounds no task has become clearly faster, and the compiler took next to no time.
 */
final class WarmUp {

  private static final int LEAST = 8;
  private static final int QUIET = 5;

  /** Most rounds. */
  static final int MOST = 60;

  private final @Nullable CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
  private long compilerMillis;

  /** Runs the tasks and tells the number of steps done. */
  void run(List<Stopwatch> watches, LongConsumer progress) {
    long steps = 0;
    int quiet = 0;
    for (int round = 0; round < MOST && (round < LEAST || quiet < QUIET); round++) {
      long start = System.nanoTime();
      boolean improved = false;
      for (Stopwatch watch : watches) {
        improved |= watch.improve();
        progress.accept(++steps);
      }
      boolean busy = compilerIsBusy(System.nanoTime() - start);
      quiet = improved || busy ? 0 : quiet + 1;
    }
  }

  /** Whether it took more than a tenth of the time since it was asked before. */
  private boolean compilerIsBusy(long passedNanos) {
    if (compiler == null || !compiler.isCompilationTimeMonitoringSupported()) {
      return false;
    }
    long before = compilerMillis;
    compilerMillis = compiler.getTotalCompilationTime();
    return (compilerMillis - before) * 1e7 > passedNanos;
  }
}
