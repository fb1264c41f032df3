package io.lanewise.arrow;

import java.util.function.LongSupplier;

/** What one holder has taken of a {@link MemoryBudget}, given back at once when it closes. */
final class Lease {

  private final MemoryBudget budget;
  private long bytes;
  private boolean waited;
  private long claimed;
  private boolean closed;

  Lease(MemoryBudget budget) {
    this.budget = budget;
  }

  /**
   * Waits until as many bytes can be taken as {@code most} tells, or as there may be. The first
   * call does, and {@code most} is asked by that alone.
   */
  synchronized void claim(LongSupplier most) {
    if (waited || closed) {
      return;
    }
    long some = Math.min(most.getAsLong(), budget.limitBytes());
    if (some > 0) {
      budget.claim(some);
      claimed = some;
    }
    waited = true;
  }

  /** Takes {@code wanted} more bytes, or refuses the data that asks for them. */
  synchronized void reserve(long wanted) {
    if (closed) {
      throw new IllegalStateException("the batch is closed");
    }
    budget.reserve(wanted);
    bytes += wanted;
  }

  /** Gives back part of what was taken. */
  synchronized void release(long unused) {
    if (!closed) {
      budget.release(unused);
      bytes -= unused;
    }
  }

  synchronized void close() {
    if (!closed) {
      closed = true;
      budget.release(bytes);
      if (claimed > 0) {
        budget.unclaim(claimed);
      }
    }
  }
}
