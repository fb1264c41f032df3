package io.lanewise.profile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The 64-bit hash of a symbol's key. It decides into which bucket a value folds, so it is part of
 * what a profile means and never changes.
 *
 * <p>Eight bytes at a time, little-endian, the last ones padded with zeros: {@code h = (h ^ w) * M;
 * h ^= h >>> 32}, starting from the tag and the length, finished with MurmurHash3's 64-bit mixer
 * (Appleby, 2011).
 */
final class SymbolHash {

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private SymbolHash() {}

  /** Hash of the key made of {@code tag} and the bytes {@code [from, to)}. */
  static long of(byte tag, byte[] bytes, int from, int to) {
    long hash = start(tag, to - from);
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      hash = step(hash, (long) WORD.get(bytes, i));
    }
    if (i < to) {
      long word = 0;
      for (int shift = 0; i < to; i++, shift += Byte.SIZE) {
        word |= (bytes[i] & 0xFFL) << shift;
      }
      hash = step(hash, word);
    }
    return mix(hash);
  }

  /** Hash of a whole canonical key. */
  static long of(byte[] key) {
    return of(key[0], key, 1, key.length);
  }

  /** MurmurHash3's finishing mixer: every input bit reaches every output bit. */
  static long mix(long h) {
    h ^= h >>> 33;
    h *= 0xFF51AFD7ED558CCDL;
    h ^= h >>> 33;
    h *= 0xC4CEB9FE1A85EC53L;
    return h ^ h >>> 33;
  }

  private static long start(byte tag, int length) {
    return (long) tag << 32 | length;
  }

  private static long step(long hash, long word) {
    long h = (hash ^ word) * MULTIPLIER;
    return h ^ h >>> 32;
  }
}
