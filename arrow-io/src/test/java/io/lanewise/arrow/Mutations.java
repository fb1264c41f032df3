package io.lanewise.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Ways to damage an input, each on a copy. */
public final class Mutations {

  /** Integers at which lengths, offsets and counts go wrong. */
  private static final int[] EDGES = {
    0, 1, -1, 7, 8, 127, 128, 255, 256, 65_535, 65_536, Integer.MAX_VALUE, Integer.MIN_VALUE
  };

  /** The same of 64 bits. */
  private static final long[] LONG_EDGES = {
    -1,
    0,
    Integer.MAX_VALUE,
    1L << 31,
    1L << 32,
    1L << 40,
    Long.MAX_VALUE,
    Long.MAX_VALUE - 7,
    Long.MIN_VALUE
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
    return put(input, at, Integer.BYTES, value);
  }

  /** Puts a little-endian integer of 64 bits at {@code at}. */
  static byte[] put(byte[] input, int at, long value) {
    return put(input, at, Long.BYTES, value);
  }

  private static byte[] put(byte[] input, int at, int bytes, long value) {
    byte[] damaged = input.clone();
    for (int b = 0; b < bytes && at + b < damaged.length; b++) {
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

  /** The beginning of one input and, from {@code otherFrom} on, the end of another. */
  static byte[] splice(byte[] input, int to, byte[] other, int otherFrom) {
    byte[] spliced = Arrays.copyOf(input, to + other.length - otherFrom);
    System.arraycopy(other, otherFrom, spliced, to, other.length - otherFrom);
    return spliced;
  }

  /** One to four damages of any kind that one input allows. */
  static byte[] any(byte[] input, RandomGenerator random) {
    return any(input, input, random);
  }

  /** One to four damages of any kind; {@code other} is what to splice with. */
  public static byte[] any(byte[] input, byte[] other, RandomGenerator random) {
    byte[] damaged = input;
    for (int n = random.nextInt(1, 5); n > 0 && damaged.length > 8; n--) {
      int at = random.nextInt(damaged.length);
      damaged =
          switch (random.nextInt(10)) {
            case 0 -> flip(damaged, at * 8 + random.nextInt(8));
            case 1 -> put(damaged, at & ~3, EDGES[random.nextInt(EDGES.length)]);
            case 2 -> put(damaged, at & ~3, random.nextInt());
            case 3 -> put(damaged, at & ~7, random.nextInt(damaged.length));
            case 4 -> remove(damaged, at, Math.min(damaged.length, at + random.nextInt(1, 9)));
            case 5 -> put(damaged, at & ~7, LONG_EDGES[random.nextInt(LONG_EDGES.length)]);
            case 6 -> splice(damaged, at, other, random.nextInt(other.length));
            case 7 -> random.nextInt(8) == 0 ? cut(damaged, at) : flip(damaged, at * 8);
            default -> metadata(damaged, random);
          };
    }
    return damaged;
  }

  /** Damages what describes the data, where there is such: a byte, or a length to an edge. */
  private static byte[] metadata(byte[] input, RandomGenerator random) {
    List<int[]> places = metadata(input);
    if (places.isEmpty()) {
      return flip(input, random.nextInt(input.length * 8));
    }
    int[] place = places.get(random.nextInt(places.size()));
    int at = random.nextInt(place[0], place[1]);
    return switch (random.nextInt(4)) {
      case 0 -> put(input, at & ~3, EDGES[random.nextInt(EDGES.length)]);
      case 1 -> put(input, at & ~7, LONG_EDGES[random.nextInt(LONG_EDGES.length)]);
      case 2 -> put(input, at & ~3, random.nextInt(64));
      default -> flip(input, at * 8 + random.nextInt(8));
    };
  }

  /** Where messages of a stream or file have their metadata, prefix included, and the footer. */
  static List<int[]> metadata(byte[] input) {
    List<int[]> places = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (at <= input.length - 8) {
      int length = bytes.getInt(at + 4);
      boolean marked = bytes.getInt(at) == -1;
      if (marked && length > 0 && length <= input.length - at - 8) {
        places.add(new int[] {at, at + 8 + length});
        at += (8 + length) & ~7;
      } else {
        at += 8;
      }
    }
    int tail = input.length - 10;
    if (tail > 8 && input[0] == 'A') {
      int footer = bytes.getInt(tail);
      if (footer > 0 && footer < tail) {
        places.add(new int[] {tail - footer, input.length});
      }
    }
    return places;
  }
}
