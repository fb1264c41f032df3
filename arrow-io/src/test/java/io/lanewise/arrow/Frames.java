package io.lanewise.arrow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import net.jpountz.lz4.LZ4FrameOutputStream;

/** Compressed buffers as they lie in a body: a length, then a frame. */
final class Frames {

  private Frames() {}

  /** A buffer that says it has {@code length} bytes decompressed; -1 says that it is not. */
  static byte[] prefixed(long length, byte[] frame) {
    byte[] buffer = Arrays.copyOf(IpcBytes.le(length), 8 + frame.length);
    System.arraycopy(frame, 0, buffer, 8, frame.length);
    return buffer;
  }

  /** The content as a frame of LZ4. */
  static byte[] lz4(byte[] content) throws IOException {
    var frame = new ByteArrayOutputStream();
    try (var out = new LZ4FrameOutputStream(frame)) {
      out.write(content);
    }
    return frame.toByteArray();
  }
}
