package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.jspecify.annotations.Nullable;

/**
 * Indexes an IPC stream, or several that follow one another: each a schema, then dictionaries and
 * record batches, then an end marker. A message is {@code 0xFFFFFFFF} (which writers before 0.15
 * left out), the length of its metadata, the metadata, the body; a length of zero ends the stream.
 */
final class StreamIndex {

  static final int CONTINUATION = -1;

  private final MemorySegment bytes;
  private final InputIndex index;
  private long at;
  private boolean ended;

  private StreamIndex(MappedInput input, MemoryBudget budget) {
    bytes = input.bytes();
    index = new InputIndex(input, budget);
  }

  static InputIndex of(MappedInput input, MemoryBudget budget) {
    return input.place().guard(() -> new StreamIndex(input, budget).build());
  }

  /** The schema message that {@code bytes} begin with, or null where they begin otherwise. */
  static @Nullable Message leadingSchema(MemorySegment bytes) {
    if (bytes.byteSize() < 8) {
      return null;
    }
    int first = bytes.get(LittleEndian.INT, 0);
    int prefix = first == CONTINUATION ? 8 : 4;
    int length = prefix == 8 ? bytes.get(LittleEndian.INT, 4) : first;
    if (length < 8 || length > bytes.byteSize() - prefix) {
      return null;
    }
    try {
      Message message = Message.getRootAsMessage(Frame.bytes(bytes, prefix, length));
      return message.headerType() == MessageHeader.Schema ? message : null;
    } catch (IndexOutOfBoundsException e) {
      return null;
    }
  }

  private InputIndex build() {
    while (at < bytes.byteSize()) {
      Frame frame = next();
      if (frame == null) {
        ended = true;
        continue;
      }
      Message message = frame.message(bytes);
      MemorySegment body = frame.body(bytes, bytes.byteSize());
      if (ended && message.headerType() != MessageHeader.Schema) {
        throw new MalformedException(
            "goes on after its end marker at byte " + at + " with what is no schema");
      }
      add(message, frame, body);
      at = frame.bodyAt() + body.byteSize();
    }
    if (!ended) {
      index.warn("the stream has no end marker; what is there was read");
    }
    return index;
  }

  private void add(Message message, Frame frame, MemorySegment body) {
    switch (message.headerType()) {
      case MessageHeader.Schema -> {
        index.schema(SchemaDecoder.decode(Frame.schema(message), message.version()));
        ended = false;
      }
      case MessageHeader.DictionaryBatch -> index.dictionary(frame, body, true);
      case MessageHeader.RecordBatch -> index.recordBatch(frame, body);
      default ->
          throw new MalformedException(
              String.format(
                  "the message at byte %d is of kind %d, which is not read",
                  at, message.headerType()));
    }
  }

  /** The message at {@link #at}, or null where an end marker is, which is passed. */
  private @Nullable Frame next() {
    int first = word(at);
    int prefix = first == CONTINUATION ? 8 : 4;
    int length = prefix == 8 ? word(at + 4) : first;
    if (length == 0) {
      at += prefix;
      return null;
    }
    long left = bytes.byteSize() - at - prefix;
    if (length < 0) {
      throw new MalformedException(
          "the message at byte " + at + " has " + length + " bytes of metadata");
    }
    if (length > left) {
      throw new MalformedException(
          String.format(
              "truncated: the message at byte %d has %d bytes of metadata, and %d are there",
              at, length, left));
    }
    return new Frame(at + prefix, length, at + prefix + length);
  }

  private int word(long offset) {
    if (bytes.byteSize() - offset < 4) {
      throw new MalformedException(
          String.format(
              "truncated: the message at byte %d begins with 4 or 8 bytes, and %d are there",
              at, bytes.byteSize() - at));
    }
    return bytes.get(LittleEndian.INT, offset);
  }
}
