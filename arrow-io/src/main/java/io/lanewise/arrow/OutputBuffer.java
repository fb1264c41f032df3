package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes of one buffer of a message to write, used again for message after message. */
final class OutputBuffer {

  /** What the lengths of messages are rounded up to, and where their buffers begin. */
  static final int ALIGNMENT = 8;

  private static final int FIRST_CAPACITY = 1 << 10;
  private static final int MOST_BYTES = Integer.MAX_VALUE - 2 * ALIGNMENT;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** The bytes so far and those after them, little-endian numbers at any place. */
  MemorySegment segment() {
    return MemorySegment.ofArray(bytes);
  }

  /**
   * Adds {@code count} zero bytes.
   *
   * @return where they begin
   */
  int extend(long count) {
    int from = size;
    reserve(from + count);
    size = (int) (from + count);
    Arrays.fill(bytes, from, size, (byte) 0);
    return from;
  }

  void append(byte[] source, int from, int to) {
    int at = size;
    reserve(at + (long) to - from);
    System.arraycopy(source, from, bytes, at, to - from);
    size = at + to - from;
  }

  /** Sets bit {@code index} of those that the bytes hold, the lowest bit of a byte first. */
  void setBit(int index) {
    bytes[index >>> 3] |= (byte) (1 << (index & 7));
  }

  /** The bytes with zeros after them up to the next multiple of the alignment. */
  ByteBuffer padded() {
    int padded = paddedSize();
    reserve(padded);
    Arrays.fill(bytes, size, padded, (byte) 0);
    return ByteBuffer.wrap(bytes, 0, padded);
  }

  int paddedSize() {
    return (size + ALIGNMENT - 1) & -ALIGNMENT;
  }

  private void reserve(long needed) {
    if (needed > MOST_BYTES) {
      throw new MalformedException(
          "a batch needs " + needed + " bytes in one buffer, and at most " + MOST_BYTES + " fit");
    }
    if (needed > bytes.length) {
      long wanted = Math.max(needed + ALIGNMENT, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, MOST_BYTES + ALIGNMENT));
    }
  }
}
