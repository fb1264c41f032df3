package io.lanewise.arrow;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Ways to damage an input, each on a copy. */
final class Mutations {

  /** Integers at which lengths, offsets and counts go wrong. */
  private static final int[] EDGES = {
    0, 1, -1, 7, 8, 127, 128, 255, 256, 65_535, 65_536, Integer.MAX_VALUE, Integer.MIN_VALUE
  };

  private Mutations() {}

  /** The first {@code length} bytes. */
  static byte[] cut(byte[] input, int length) {
    return Arrays.copyOf(input, length);
  }

  static byte[] flip(byte[] input, int bit) {
    byte[] damaged = input.clone();
    damaged[bit >> 3] ^= (byte) (1 << (bit & 7));
    return damaged;
  }

  /** Puts a little-endian integer at {@code at}. */
  static byte[] put(byte[] input, int at, int value) {
    byte[] damaged = input.clone();
    for (int b = 0; b < 4 && at + b < damaged.length; b++) {
      damaged[at + b] = (byte) (value >>> (8 * b));
    }
    return damaged;
  }

  /** Takes bytes {@code [from, to)} out. */
  static byte[] remove(byte[] input, int from, int to) {
    byte[] damaged = Arrays.copyOf(input, input.length - (to - from));
    System.arraycopy(input, to, damaged, from, input.length - to);
    return damaged;
  }

  /** One to four damages of any kind. */
  static byte[] any(byte[] input, RandomGenerator random) {
    byte[] damaged = input;
    for (int n = random.nextInt(1, 5); n > 0 && damaged.length > 8; n--) {
      int at = random.nextInt(damaged.length);
      damaged =
          switch (random.nextInt(5)) {
            case 0 -> flip(damaged, at * 8 + random.nextInt(8));
            case 1 -> put(damaged, at & ~3, EDGES[random.nextInt(EDGES.length)]);
            case 2 -> put(damaged, at & ~3, random.nextInt());
            case 3 -> put(damaged, at & ~7, random.nextInt(damaged.length));
            default -> remove(damaged, at, Math.min(damaged.length, at + random.nextInt(1, 9)));
          };
    }
    return damaged;
  }
}
