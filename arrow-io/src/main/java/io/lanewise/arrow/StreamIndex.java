package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.jspecify.annotations.Nullable;

/** Indexes an IPC stream that is there as a whole, or several that follow one another. */
final class StreamIndex {

  private StreamIndex() {}

  static InputIndex of(MappedInput input, MemoryBudget budget) {
    return input.place().guard(() -> build(input, budget));
  }

  private static InputIndex build(MappedInput input, MemoryBudget budget) {
    TableState state = new TableState(input.place(), budget);
    StreamBatches stream = new StreamBatches(new MappedMessages(input.bytes()), state);
    List<IndexedBatch> batches = new ArrayList<>();
    for (IndexedBatch batch = stream.next(); batch != null; batch = stream.next()) {
      batches.add(batch);
    }
    List<String> warnings =
        stream.ended()
            ? List.of()
            : List.of(input.place().refusal(StreamBatches.NO_END).getMessage());
    return new InputIndex(
        state.layout(), batches, state.dictionaries(), state.rowCount(), warnings);
  }

  /** How many bytes a stream's leading message takes, as its first eight bytes have it. */
  static long leadingBytes(MemorySegment bytes) {
    if (bytes.byteSize() < 8) {
      return 0;
    }
    int first = bytes.get(LittleEndian.INT, 0);
    return first == MessageSource.CONTINUATION ? 8L + bytes.get(LittleEndian.INT, 4) : 4L + first;
  }

  /** The schema message that {@code bytes} begin with, or null where they begin otherwise. */
  static @Nullable Message leadingSchema(MemorySegment bytes) {
    if (bytes.byteSize() < 8) {
      return null;
    }
    int first = bytes.get(LittleEndian.INT, 0);
    int prefix = first == MessageSource.CONTINUATION ? 8 : 4;
    int length = prefix == 8 ? bytes.get(LittleEndian.INT, 4) : first;
    if (length < 8 || length > bytes.byteSize() - prefix) {
      return null;
    }
    try {
      Message message = Message.getRootAsMessage(IpcMessage.buffer(bytes.asSlice(prefix, length)));
      return message.headerType() == MessageHeader.Schema ? message : null;
    } catch (IndexOutOfBoundsException e) {
      return null;
    }
  }
}
