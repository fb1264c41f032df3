package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Bytes that are only ever added to, so that what was handed out of them stays as it was. */
final class GrowingBytes {

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
  private static final int FIRST_CAPACITY = 1 << 12;

  private final Lease lease;
  private byte[] bytes = new byte[0];
  private int size;

  GrowingBytes(Lease lease) {
    this.lease = lease;
  }

  int size() {
    return size;
  }

  /** The bytes so far. */
  MemorySegment segment() {
    return MemorySegment.ofArray(bytes).asSlice(0, size);
  }

  /** Makes room for {@code count} more bytes, zero or as they were left, and returns all. */
  MemorySegment extend(long count) {
    long needed = size + count;
    if (needed > LARGEST_ARRAY) {
      throw new MalformedException(
          "grows to " + needed + " bytes, and at most " + LARGEST_ARRAY + " are read");
    }
    if (needed > bytes.length) {
      int capacity =
          (int) Math.min(LARGEST_ARRAY, Math.max(FIRST_CAPACITY, Math.max(needed, 2L * size)));
      // What was handed out keeps the old array: both are held.
      lease.reserve(capacity);
      bytes = Arrays.copyOf(bytes, capacity);
    }
    size = (int) needed;
    return segment();
  }
}
