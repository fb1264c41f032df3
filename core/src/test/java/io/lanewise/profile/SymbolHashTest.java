package io.lanewise.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The hash is the one that its formula states, worked out here in whole numbers modulo 2^64. */
class SymbolHashTest {

  private static final long SEED = 2011;
  private static final BigInteger MODULUS = BigInteger.TWO.pow(64);
  private static final BigInteger MULTIPLIER = new BigInteger("9E3779B97F4A7C15", 16);

  private static BigInteger shifted(BigInteger h, int by) {
    return h.xor(h.shiftRight(by));
  }

  private static BigInteger times(BigInteger h, BigInteger factor) {
    return h.multiply(factor).mod(MODULUS);
  }

  private static BigInteger mixed(BigInteger h) {
    BigInteger once = times(shifted(h, 33), new BigInteger("FF51AFD7ED558CCD", 16));
    return shifted(times(shifted(once, 33), new BigInteger("C4CEB9FE1A85EC53", 16)), 33);
  }

  private static long expected(byte tag, byte[] bytes, int from, int to) {
    BigInteger h = BigInteger.valueOf(tag).shiftLeft(32).add(BigInteger.valueOf(to - from));
    for (int i = from; i < to; i += 8) {
      BigInteger word = BigInteger.ZERO;
      for (int k = Math.min(to, i + 8) - 1; k >= i; k--) {
        word = word.shiftLeft(8).add(BigInteger.valueOf(bytes[k] & 0xFF));
      }
      h = shifted(times(h.xor(word), MULTIPLIER), 32);
    }
    return mixed(h).longValue();
  }

  @Test
  void everyLengthAndPlaceHashesByTheFormula() {
    byte[] bytes = new byte[60];
    new Random(SEED).nextBytes(bytes);
    for (int from : new int[] {0, 1, 7}) {
      for (int length = 0; length <= 33; length++) {
        for (byte tag : new byte[] {Symbol.TAG_TEXT, Symbol.TAG_BINARY}) {
          assertEquals(
              expected(tag, bytes, from, from + length),
              SymbolHash.of(tag, bytes, from, from + length),
              length + " bytes from " + from);
        }
      }
    }
  }

  /** Padding must not make a text and the same with a zero behind it one. */
  @Test
  void trailingZerosCount() {
    byte[] bytes = {'a', 0, 0, 0, 0, 0, 0, 0, 0, 0};
    for (int length = 1; length < bytes.length; length++) {
      assertNotEquals(
          SymbolHash.of(Symbol.TAG_TEXT, bytes, 0, length),
          SymbolHash.of(Symbol.TAG_TEXT, bytes, 0, length + 1));
    }
  }
}
