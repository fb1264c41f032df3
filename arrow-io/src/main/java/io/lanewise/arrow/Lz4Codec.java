package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import net.jpountz.xxhash.XXHash32;
import net.jpountz.xxhash.XXHashFactory;

/**
 * LZ4 frames.
 *
 * <p>Frames by the C library, so those of most writers of Arrow, link their blocks: each may repeat
 * what the ones before it hold. The frame reader of lz4-java refuses them, which is why there is
 * one here. Checksums are checked where a frame has them.
 *
 * <p>Source: LZ4 Frame Format Description 1.6.
 */
final class Lz4Codec implements Codec {

  private static final int MAGIC = 0x184D2204;
  private static final int VERSION = 0b0100_0000;
  private static final int VERSION_BITS = 0b1100_0010;
  private static final int BLOCK_CHECKSUM = 1 << 4;
  private static final int CONTENT_SIZE = 1 << 3;
  private static final int CONTENT_CHECKSUM = 1 << 2;
  private static final int DICTIONARY = 1;
  private static final int SHORTEST = 7;

  /** One byte more of a match length stands for at most 255 bytes more. */
  @Override
  public long highestRatio() {
    return 255;
  }

  @Override
  public long contentBytes(byte[] frame) {
    if (frame.length < SHORTEST + Long.BYTES || (frame[4] & CONTENT_SIZE) == 0) {
      return -1;
    }
    return Math.max(-1, MemorySegment.ofArray(frame).get(LittleEndian.LONG, 6));
  }

  @Override
  public void decompress(byte[] frame, byte[] content) {
    MemorySegment bytes = MemorySegment.ofArray(frame);
    int flags = checkHeader(frame, bytes);
    int at = SHORTEST + ((flags & CONTENT_SIZE) != 0 ? Long.BYTES : 0);
    int filled = 0;
    for (int head = word(bytes, at); head != 0; head = word(bytes, at)) {
      at += 4;
      int size = head & Integer.MAX_VALUE;
      if (size > frame.length - at) {
        throw new MalformedException(
            "LZ4: a block has " + size + " bytes, and " + (frame.length - at) + " are there");
      }
      if (head < 0) {
        if (size > content.length - filled) {
          throw Lz4Block.tooLong(content.length);
        }
        System.arraycopy(frame, at, content, filled, size);
        filled += size;
      } else {
        filled = Lz4Block.decompress(frame, at, at + size, content, filled);
      }
      if ((flags & BLOCK_CHECKSUM) != 0) {
        // One checksum is enough, and takes half of the time: Polars writes both.
        if ((flags & CONTENT_CHECKSUM) == 0) {
          checkHash(frame, at, size, word(bytes, at + size));
        }
        at += 4;
      }
      at += size;
    }
    at += 4;
    if (filled != content.length) {
      throw new MalformedException(
          "LZ4: a buffer has " + filled + " bytes, and says " + content.length);
    }
    if ((flags & CONTENT_CHECKSUM) != 0) {
      checkHash(content, 0, content.length, word(bytes, at));
      at += 4;
    }
    if (at != frame.length) {
      throw new MalformedException("LZ4: " + (frame.length - at) + " bytes follow the frame");
    }
  }

  private static int checkHeader(byte[] frame, MemorySegment bytes) {
    if (word(bytes, 0) != MAGIC || frame.length < SHORTEST) {
      throw new MalformedException("LZ4: the buffer does not begin with a frame");
    }
    int flags = frame[4];
    if ((flags & VERSION_BITS) != VERSION || (flags & DICTIONARY) != 0) {
      throw new MalformedException(
          "LZ4: frame flags are 0x" + Integer.toHexString(flags & 0xFF) + ", which are not read");
    }
    int hashAt = SHORTEST - 1 + ((flags & CONTENT_SIZE) != 0 ? Long.BYTES : 0);
    if (hashAt >= frame.length) {
      throw new MalformedException("LZ4: a frame of " + frame.length + " bytes is too short");
    }
    int hash = hash(frame, 4, hashAt - 4) >>> 8 & 0xFF;
    if ((frame[hashAt] & 0xFF) != hash) {
      throw new MalformedException(
          "LZ4: the frame header's checksum is " + hash + ", expected " + (frame[hashAt] & 0xFF));
    }
    return flags;
  }

  private static void checkHash(byte[] bytes, int from, int length, int expected) {
    int hash = hash(bytes, from, length);
    if (hash != expected) {
      throw new MalformedException(
          String.format("LZ4: a checksum is %08x, expected %08x", hash, expected));
    }
  }

  private static int hash(byte[] bytes, int from, int length) {
    XXHash32 hash = XXHashFactory.safeInstance().hash32();
    return hash.hash(bytes, from, length, 0);
  }

  private static int word(MemorySegment bytes, int at) {
    if (at > bytes.byteSize() - 4) {
      throw new MalformedException("LZ4: a frame of " + bytes.byteSize() + " bytes breaks off");
    }
    return bytes.get(LittleEndian.INT, at);
  }
}
