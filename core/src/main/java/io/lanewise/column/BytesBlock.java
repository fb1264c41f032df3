package io.lanewise.column;

/**
 * A staged block of byte strings: string {@code i} is {@code bytes[ends[i-1] .. ends[i])}, the
 * first one starting at 0; a null is empty. Filled by a {@link BytesColumn}, read by whoever staged
 * it; the arrays are reused from block to block.
 */
public final class BytesBlock {

  /** Bytes that a block holds before it is cut short; a single longer string grows it. */
  public static final int CAPACITY = 1 << 16;

  private byte[] bytes = new byte[CAPACITY];
  private final int[] ends = new int[Column.BLOCK];
  private final long[] validity = new long[Column.VALIDITY_WORDS];
  private int nulls;

  /** Makes an empty block. */
  public BytesBlock() {}

  /** The bytes of all strings, one after the other. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where each string ends in {@link #bytes()}. */
  public int[] ends() {
    return ends;
  }

  /** Validity bits, meaningful where {@link #nulls()} is not 0. */
  public long[] validity() {
    return validity;
  }

  /** Number of nulls in the block. */
  public int nulls() {
    return nulls;
  }

  /** Sets the number of nulls. */
  public void nulls(int count) {
    this.nulls = count;
  }

  /**
   * Makes room for at least {@code capacity} bytes, dropping what is there.
   *
   * @return the array that {@link #bytes()} returns from now on
   */
  public byte[] reserve(int capacity) {
    if (bytes.length < capacity) {
      bytes = new byte[capacity];
    }
    return bytes;
  }
}
