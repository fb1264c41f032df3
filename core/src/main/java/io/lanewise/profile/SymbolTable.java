package io.lanewise.profile;

import java.util.Arrays;

/**
 * Gives every distinct symbol a code: 0 to null, 1 and up to the reference's values in their order,
 * then to others in order of arrival, until {@link Categories#CAP} of those have come; symbols that
 * come later get the code of their hash bucket instead.
 *
 * <p>Open addressing over an arena of key bytes. One thread.
 */
final class SymbolTable {

  /** Hash buckets into which values outside the reference fold. */
  static final int BUCKETS = 4_096;

  private final int firstBucket;
  private byte[] arena = new byte[1 << 10];
  private int arenaEnd;
  private int[] keyEnds = new int[16];
  private long[] hashes = new long[16];
  private int size;
  private int[] slots = new int[64];
  private boolean overflowed;

  SymbolTable(Categories categories) {
    this.firstBucket = 1 + categories.known().size() + Categories.CAP;
    intern(Symbol.NULL);
    for (Symbol symbol : categories.known()) {
      intern(symbol);
    }
  }

  /** Number of codes of symbols given so far, null included. */
  int size() {
    return size;
  }

  /** Codes below are symbols, codes from here on are buckets. */
  int firstBucket() {
    return firstBucket;
  }

  /** All codes are below: of symbols, and once a symbol came too many, of buckets. */
  int codeLimit() {
    return overflowed ? firstBucket + BUCKETS : size;
  }

  /** Whether more distinct symbols came than the table holds. */
  boolean overflowed() {
    return overflowed;
  }

  Symbol symbol(int code) {
    return Symbol.ofKey(arena, keyStart(code), keyEnds[code]);
  }

  /** Code of a symbol. */
  int intern(Symbol symbol) {
    byte[] key = symbol.key();
    return intern(key[0], key, 1, key.length);
  }

  /** Code of the symbol whose canonical key is {@code tag} followed by the bytes. */
  int intern(byte tag, byte[] bytes, int from, int to) {
    long hash = SymbolHash.of(tag, bytes, from, to);
    int mask = slots.length - 1;
    for (int slot = (int) hash & mask; ; slot = slot + 1 & mask) {
      int code = slots[slot] - 1;
      if (code < 0) {
        return add(hash, slot, tag, bytes, from, to);
      }
      if (hashes[code] == hash && matches(code, tag, bytes, from, to)) {
        return code;
      }
    }
  }

  private boolean matches(int code, byte tag, byte[] bytes, int from, int to) {
    int start = keyStart(code);
    return arena[start] == tag && Arrays.equals(arena, start + 1, keyEnds[code], bytes, from, to);
  }

  private int keyStart(int code) {
    return code == 0 ? 0 : keyEnds[code - 1];
  }

  private int add(long hash, int slot, byte tag, byte[] bytes, int from, int to) {
    if (size == firstBucket) {
      overflowed = true;
      return firstBucket + bucket(hash);
    }
    int code = size++;
    if (code == keyEnds.length) {
      keyEnds = Arrays.copyOf(keyEnds, 2 * code);
      hashes = Arrays.copyOf(hashes, 2 * code);
    }
    int end = arenaEnd + 1 + to - from;
    if (end > arena.length) {
      arena = Arrays.copyOf(arena, Math.max(end, 2 * arena.length));
    }
    arena[arenaEnd] = tag;
    System.arraycopy(bytes, from, arena, arenaEnd + 1, to - from);
    arenaEnd = end;
    keyEnds[code] = end;
    hashes[code] = hash;
    slots[slot] = code + 1;
    if (2 * size > slots.length) {
      grow();
    }
    return code;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    int mask = slots.length - 1;
    for (int code = 0; code < size; code++) {
      int slot = (int) hashes[code] & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = code + 1;
    }
  }

  /** Bucket, from 0, of a symbol with this hash. */
  static int bucket(long hash) {
    return (int) (hash >>> 52);
  }
}
