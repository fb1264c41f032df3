package io.lanewise.arrow;

/** How the buffers of a body are compressed. */
sealed interface Codec permits ZstdCodec, Lz4Codec {

  /** Most bytes that one compressed byte can stand for. */
  long highestRatio();

  /**
   * The number of bytes that {@code frame} decompresses to as it says itself, or -1 where it does
   * not say.
   */
  long contentBytes(byte[] frame);

  /** Fills {@code content} exactly, or refuses {@code frame}. */
  void decompress(byte[] frame, byte[] content);
}
