package io.lanewise.arrow;

/** What one holder has taken of a {@link MemoryBudget}, given back at once when it closes. */
final class Lease {

  private final MemoryBudget budget;
  private long bytes;
  private boolean closed;

  Lease(MemoryBudget budget) {
    this.budget = budget;
  }

  /** Takes {@code wanted} more bytes, or refuses the data that asks for them. */
  synchronized void reserve(long wanted) {
    if (closed) {
      throw new IllegalStateException("the batch is closed");
    }
    if (!budget.reserve(wanted)) {
      throw new MalformedException(
          String.format(
              "needs %d bytes decompressed, and of the memory limit of %d bytes %d are held",
              wanted, budget.limitBytes(), budget.heldBytes()));
    }
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
    }
  }
}
