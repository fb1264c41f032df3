package io.lanewise.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ServiceConfigurationError;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides when the vector form of one operation takes over from the scalar one.
 *
 * <p>Scalar code is compiled within milliseconds. The vector form of KL takes 0.4 to 0.9 seconds of
 * a processor, and until it is compiled it is some hundred times as slow. So nothing happens before
 * so much was asked for that more is likely to come; then another thread loads the vector form and
 * runs it on a copy of a block, until it is faster than the scalar form on the same block. Both
 * return the same bits, so nobody sees the switch. Figures:
 * docs/decisions/0006-choice-of-kernels.md
 *
 * <p>For any thread; elements that several count at a time may get lost, which is no harm.
 *
 * @param <F> the family that has the operation
 */
final class VectorSwitch<F> {

  private static final Logger LOGGER = System.getLogger(VectorSwitch.class.getName());

  /** When to give up: vector code that is not faster by then is not going to be. */
  private static final long MOST_NANOS = 20_000_000_000L;

  /** Calls in a row that are timed, so that the clock's 25 ns do not count. */
  private static final int CALLS = 16;

  private final long threshold;
  private final F scalar;
  private final Supplier<@Nullable F> vector;
  private final AtomicBoolean started = new AtomicBoolean();

  private long elements;
  private volatile @Nullable F ready;

  /**
   * @param threshold elements that are left to the scalar form
   * @param vector makes the vector form, null where there is none; asked at most once, by the
   *     thread that warms it up
   */
  VectorSwitch(long threshold, F scalar, Supplier<@Nullable F> vector) {
    this.threshold = threshold;
    this.scalar = scalar;
    this.vector = vector;
  }

  /** The vector form if it is warm, else null. */
  @Nullable F ready() {
    return ready;
  }

  /** Counts elements for the scalar form; returns whether it is time to start warming up. */
  boolean count(int more) {
    elements += more;
    return elements > threshold && !started.get();
  }

  /**
   * Warms the vector form up, in another thread.
   *
   * @param call one call of the operation, on data of its own
   */
  void start(Consumer<F> call) {
    if (started.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("lanewise-kernels").start(() -> warmUp(call));
    }
  }

  private void warmUp(Consumer<F> call) {
    try {
      F candidate = vector.get();
      if (candidate != null) {
        warmUp(candidate, call);
      }
    } catch (RuntimeException | LinkageError | ServiceConfigurationError broken) {
      LOGGER.log(Level.WARNING, "scalar kernels stay, because the vector kernels failed", broken);
    }
  }

  private void warmUp(F candidate, Consumer<F> call) {
    long end = System.nanoTime() + MOST_NANOS;
    while (ready == null && System.nanoTime() - end < 0) {
      // One call first: in the interpreter, a block of KL takes some 10 ms.
      boolean warm = nanos(call, candidate, 1) < nanos(call, scalar, CALLS);
      if (warm && nanos(call, candidate, CALLS) < nanos(call, scalar, CALLS)) {
        ready = candidate;
      }
    }
  }

  private static <F> long nanos(Consumer<F> call, F form, int calls) {
    long start = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      call.accept(form);
    }
    return System.nanoTime() - start;
  }
}
