package io.lanewise.arrow;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;

/** ZSTD frames. The native library is loaded when the first one is met, not before. */
final class ZstdCodec implements Codec {

  /** A block of one repeated byte takes four bytes for at most 128 KiB. */
  static final long HIGHEST_RATIO = 1 << 15;

  @Override
  public long highestRatio() {
    return HIGHEST_RATIO;
  }

  @Override
  public long contentBytes(byte[] frame) {
    long size = Zstd.getFrameContentSize(frame);
    return size < 0 ? -1 : size;
  }

  @Override
  public void decompress(byte[] frame, byte[] content) {
    long size;
    try {
      size = Zstd.decompressByteArray(content, 0, content.length, frame, 0, frame.length);
    } catch (ZstdException e) {
      throw new MalformedException("ZSTD: " + e.getMessage());
    }
    if (size != content.length) {
      throw new MalformedException(
          "ZSTD: a buffer has " + size + " bytes, and says " + content.length);
    }
  }
}
