package io.lanewise.probe;

/** Times a task in steps of a given length, and keeps the best. */
final class Stopwatch {

  /** A compiler gains more, noise less. */
  private static final double CLEARLY = 0.9;

  private final Runnable task;
  private final long stepNanos;
  private double best = Double.POSITIVE_INFINITY;

  Stopwatch(Runnable task, long stepNanos) {
    this.task = task;
    this.stepNanos = stepNanos;
  }

  /** Runs the task until the step is over, once at least; returns the nanoseconds of a run. */
  double step() {
    long start = System.nanoTime();
    long runs = 0;
    long passed = 0;
    // The clock takes 25 ns: it is read after 1, 3, 7, ... runs, of which the last half may be
    // late.
    for (long batch = 1; 2 * passed < stepNanos; batch *= 2) {
      for (long i = 0; i < batch; i++) {
        task.run();
      }
      runs += batch;
      passed = System.nanoTime() - start;
    }
    return (double) passed / runs;
  }

  /** As {@link #step}, and keeps the best; returns whether it is clearly better than before. */
  boolean improve() {
    double before = best;
    best = Math.min(best, step());
    return best < CLEARLY * before;
  }

  /** Nanoseconds that a run took in the best step. */
  double best() {
    return best;
  }
}
