package io.lanewise.arrow;

/** What one holder has taken of a {@link MemoryBudget}, given back at once when it closes. */
final class Lease {

  private final MemoryBudget budget;
  private long bytes;
  private long claimed;
  private boolean closed;

  Lease(MemoryBudget budget) {
    this.budget = budget;
  }

  /** Waits once until {@code most} bytes can be taken, or as many as there may be. */
  synchronized void claim(long most) {
    if (claimed == 0 && most > 0 && !closed) {
      long some = Math.min(most, budget.limitBytes());
      budget.claim(some);
      claimed = some;
    }
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
