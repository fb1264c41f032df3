package io.lanewise.arrow;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of decompressed data may be held at a time. Safe for use by several threads.
 *
 * <p>Mapped files cost nothing here: their pages belong to the operating system.
 *
 * <p>Bytes are reserved when they are needed, and what does not fit is refused. Where several
 * threads read a batch each, these claim beforehand what they may reserve, and wait for one
 * another: so what one thread can read several can.
 */
public final class MemoryBudget {

  private final long limitBytes;
  private final AtomicLong heldBytes = new AtomicLong();
  private long claimedBytes;
  private int claims;

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

  /** Takes {@code bytes} of the budget, or refuses the data that asks for them. */
  void reserve(long bytes) {
    long held = heldBytes.get();
    while (bytes <= limitBytes - held) {
      if (heldBytes.compareAndSet(held, held + bytes)) {
        return;
      }
      held = heldBytes.get();
    }
    throw new MalformedException(
        String.format(
            "needs %d bytes decompressed, and of the memory limit of %d bytes %d are held",
            bytes, limitBytes, held));
  }

  void release(long bytes) {
    heldBytes.addAndGet(-bytes);
  }

  /**
   * Waits until so many bytes can be reserved beside those that others have claimed, or until there
   * are no others.
   *
   * @throws CancellationException if the thread is interrupted
   */
  synchronized void claim(long bytes) {
    while (claims > 0 && bytes > limitBytes - claimedBytes) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted while others held the memory");
      }
    }
    claims++;
    claimedBytes += bytes;
  }

  synchronized void unclaim(long bytes) {
    claims--;
    claimedBytes -= bytes;
    notifyAll();
  }
}
