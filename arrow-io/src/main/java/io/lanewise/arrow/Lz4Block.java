package io.lanewise.arrow;

/**
 * Decompresses one LZ4 block behind what was decompressed before it, which it may repeat.
 *
 * <p>Source: LZ4 Block Format Description. A sequence is a token (literal count in the high four
 * bits, match length less 4 in the low ones; 15 goes on in further bytes), the literals, the
 * match's distance in two bytes. The last sequence ends with its literals.
 */
final class Lz4Block {

  private static final int SHORTEST_MATCH = 4;
  private static final int GOES_ON = 15;

  private final byte[] block;
  private final int end;
  private int at;

  private Lz4Block(byte[] block, int from, int to) {
    this.block = block;
    this.at = from;
    this.end = to;
  }

  /**
   * Decompresses {@code block[from .. to)} to {@code content[filled ..)}.
   *
   * @return how much of {@code content} is filled then
   */
  static int decompress(byte[] block, int from, int to, byte[] content, int filled) {
    return new Lz4Block(block, from, to).run(content, filled);
  }

  private int run(byte[] content, int start) {
    int filled = start;
    while (true) {
      int token = next();
      int literals = length(token >>> 4, content.length);
      if (literals > end - at) {
        throw broken();
      }
      if (literals > content.length - filled) {
        throw tooLong(content.length);
      }
      System.arraycopy(block, at, content, filled, literals);
      at += literals;
      filled += literals;
      if (at == end) {
        return filled;
      }
      int distance = next() | next() << 8;
      int match = length(token & GOES_ON, content.length) + SHORTEST_MATCH;
      if (distance == 0 || distance > filled) {
        throw new MalformedException(
            "LZ4: a match lies " + distance + " bytes back, and " + filled + " are there");
      }
      if (match > content.length - filled) {
        throw tooLong(content.length);
      }
      repeat(content, filled - distance, filled, match);
      filled += match;
    }
  }

  /** Copies front to back in pieces that do not overlap; each doubles what can be copied next. */
  private static void repeat(byte[] content, int from, int to, int length) {
    int left = length;
    int target = to;
    while (left > 0) {
      int piece = Math.min(left, target - from);
      System.arraycopy(content, from, content, target, piece);
      target += piece;
      left -= piece;
    }
  }

  private int length(int nibble, int limit) {
    int length = nibble;
    if (nibble == GOES_ON) {
      int more;
      do {
        more = next();
        length += more;
        if (length > limit) {
          throw tooLong(limit);
        }
      } while (more == 255);
    }
    return length;
  }

  private int next() {
    if (at >= end) {
      throw broken();
    }
    return block[at++] & 0xFF;
  }

  private static MalformedException broken() {
    return new MalformedException("LZ4: a block breaks off inside a sequence");
  }

  static MalformedException tooLong(int limit) {
    return new MalformedException("LZ4: a buffer has more than the " + limit + " bytes it says");
  }
}
