package io.lanewise.arrow;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Memory outside the heap for the bodies of record batches that arrive; what one is done with
 * serves the next. A body of {@value #LARGE} bytes and more goes to a temporary file instead, whose
 * pages belong to the operating system: some writers make one batch of all their rows.
 *
 * <p>Safe for use by several threads.
 */
final class BodyMemory implements AutoCloseable {

  static final int LARGE = 1 << 26;

  /** What is set aside for a body before more of it has come than its own word. */
  private static final int FIRST = 1 << 20;

  private final Deque<Slab> idle = new ArrayDeque<>();
  private boolean closed;

  /**
   * A piece of memory.
   *
   * @param arena owns it
   * @param bytes all of it
   */
  record Slab(Arena arena, MemorySegment bytes) {
    static Slab of(long size) {
      Arena arena = Arena.ofShared();
      return new Slab(arena, arena.allocate(size, 64));
    }
  }

  /** Receives a body of a length that is to be believed only as far as it arrives. */
  Slab receive(Arrival in, long length) throws IOException {
    if (length >= LARGE) {
      MappedBytes file = MappedBytes.spool(channel -> in.copy(channel, length));
      return new Slab(file.arena(), file.bytes());
    }
    Slab slab = take(Math.min(length, FIRST));
    try {
      long filled = 0;
      while (true) {
        long end = Math.min(length, slab.bytes.byteSize());
        in.read(slab.bytes.asSlice(filled, end - filled));
        filled = end;
        if (filled == length) {
          return slab;
        }
        Slab larger = Slab.of(Math.min(Long.highestOneBit(filled) << 1, LARGE));
        MemorySegment.copy(slab.bytes, 0, larger.bytes, 0, filled);
        slab.arena.close();
        slab = larger;
      }
    } catch (IOException | RuntimeException e) {
      slab.arena.close();
      throw e;
    }
  }

  private synchronized Slab take(long atLeast) {
    Slab slab = idle.poll();
    return slab == null ? Slab.of(Math.max(atLeast, 1)) : slab;
  }

  /** Takes back what a batch is done with. */
  synchronized void giveBack(Slab slab) {
    if (closed || slab.bytes.byteSize() >= LARGE) {
      slab.arena.close();
    } else {
      idle.push(slab);
    }
  }

  /** Frees what is idle; what is in use is freed when it is given back. */
  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(slab -> slab.arena.close());
    idle.clear();
  }
}
