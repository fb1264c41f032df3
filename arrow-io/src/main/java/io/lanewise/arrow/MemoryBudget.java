package io.lanewise.arrow;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of decompressed data may be held at a time. Safe for use by several threads.
 *
 * <p>Mapped files cost nothing here: their pages belong to the operating system.
 */
public final class MemoryBudget {

  private final long limitBytes;
  private final AtomicLong heldBytes = new AtomicLong();

  /**
   * A budget with nothing held.
   *
   * @param limitBytes most bytes held at a time
   */
  public MemoryBudget(long limitBytes) {
    if (limitBytes < 0) {
      throw new IllegalArgumentException(
          "memory limit is " + limitBytes + " bytes, expected at least 0");
    }
    this.limitBytes = limitBytes;
  }

  /** Most bytes held at a time. */
  public long limitBytes() {
    return limitBytes;
  }

  /** Bytes held now. */
  public long heldBytes() {
    return heldBytes.get();
  }

  /** Takes {@code bytes} of the budget, or nothing where that many are not left. */
  boolean reserve(long bytes) {
    long held = heldBytes.get();
    while (bytes <= limitBytes - held) {
      if (heldBytes.compareAndSet(held, held + bytes)) {
        return true;
      }
      held = heldBytes.get();
    }
    return false;
  }

  void release(long bytes) {
    heldBytes.addAndGet(-bytes);
  }
}
