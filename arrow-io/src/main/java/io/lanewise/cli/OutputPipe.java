package io.lanewise.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Standard output as a channel. */
final class OutputPipe implements WritableByteChannel {

  private final Streams streams;

  OutputPipe(Streams streams) {
    this.streams = streams;
  }

  /** Nobody reads on. */
  static final class ClosedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    byte[] content = new byte[bytes.remaining()];
    bytes.get(content);
    if (!streams.write(content)) {
      throw new ClosedException();
    }
    return content.length;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  /** Standard output stays open. */
  @Override
  public void close() {}
}
