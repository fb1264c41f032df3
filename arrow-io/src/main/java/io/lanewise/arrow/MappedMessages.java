package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** The messages of a stream that is there as a whole. */
final class MappedMessages implements MessageSource {

  private final MemorySegment bytes;
  private long at;

  MappedMessages(MemorySegment bytes) {
    this.bytes = bytes;
  }

  @Override
  public long position() {
    return at;
  }

  @Override
  public @Nullable IpcMessage next() {
    if (at >= bytes.byteSize()) {
      return null;
    }
    int first = word(at);
    int prefix = first == CONTINUATION ? 8 : 4;
    int length = prefix == 8 ? word(at + 4) : first;
    if (length == 0) {
      at += prefix;
      return IpcMessage.END;
    }
    MessageSource.checkLength(length, at);
    long left = bytes.byteSize() - at - prefix;
    if (length > left) {
      throw MessageSource.cutMetadata(at, length, left);
    }
    long bodyAt = at + prefix + length;
    IpcMessage message = IpcMessage.at(bytes, at + prefix, length, bodyAt, bytes.byteSize());
    at = bodyAt + message.body().byteSize();
    return message;
  }

  private int word(long offset) {
    if (bytes.byteSize() - offset < 4) {
      throw MessageSource.cutPrefix(at, bytes.byteSize() - at);
    }
    return bytes.get(LittleEndian.INT, offset);
  }
}
