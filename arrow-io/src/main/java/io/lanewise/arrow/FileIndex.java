package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.Schema;

/**
 * Indexes an IPC file: {@code ARROW1}, two bytes, the messages, the footer, its length in four
 * bytes, {@code ARROW1}. What the footer lists counts; the messages' order in the file does not,
 * but no two may share a byte.
 */
final class FileIndex {

  /** The magic and the padding after it. */
  static final int HEAD = 8;

  private final MemorySegment bytes;
  private final TableState state;
  private final long footerAt;
  private final Footer footer;
  private final ListedMessages listed = new ListedMessages();

  private FileIndex(MappedInput input, MemoryBudget budget) {
    bytes = input.bytes();
    state = new TableState(input.place(), budget);
    FileFooter end = FileFooter.of(bytes, HEAD, 0);
    footer = end.table();
    footerAt = end.at();
    state.schema(end.layout());
  }

  static InputIndex of(MappedInput input, MemoryBudget budget) {
    return input.place().guard(() -> new FileIndex(input, budget).build());
  }

  private InputIndex build() {
    int dictionaries = footer.dictionariesLength();
    for (int i = 0; i < dictionaries; i++) {
      state.dictionary(message("dictionary message", i, footer.dictionaries(i)), false);
    }
    List<IndexedBatch> batches = new ArrayList<>();
    int count = footer.recordBatchesLength();
    for (int i = 0; i < count; i++) {
      batches.add(state.recordBatch(message("batch", i, footer.recordBatches(i))));
    }
    listed.checkComplete(schemaEnd(), footerAt);
    return new InputIndex(
        state.layout(), batches, state.dictionaries(), state.rowCount(), List.of());
  }

  /**
   * Where the message ends that no footer lists: the schema, which is to be the footer's. Not every
   * writer puts one.
   */
  private long schemaEnd() {
    MemorySegment messages = bytes.asSlice(HEAD, footerAt - HEAD);
    Message leading = StreamIndex.leadingSchema(messages);
    if (leading == null) {
      return HEAD;
    }
    Schema schema = (Schema) leading.header(new Schema());
    SchemaMatch.checkLayout(
        state.layout(),
        "the footer",
        SchemaDecoder.decode(schema, leading.version()),
        "the first message");
    return HEAD + StreamIndex.leadingBytes(messages);
  }

  /** A message by its entry in the footer, with or without the marker that newer writers put. */
  private IpcMessage message(String kind, int number, Block block) {
    long at = block.offset();
    int headBytes = block.metaDataLength();
    if (at < HEAD || headBytes < 8 || at > footerAt - headBytes) {
      throw new MalformedException(
          String.format(
              "the footer lists a message of %d bytes at byte %d, and itself begins at %d",
              headBytes, at, footerAt));
    }
    int first = bytes.get(LittleEndian.INT, at);
    int prefix = first == MessageSource.CONTINUATION ? 8 : 4;
    int metadataBytes = prefix == 8 ? bytes.get(LittleEndian.INT, at + 4) : first;
    if (metadataBytes <= 0 || metadataBytes > headBytes - prefix) {
      throw new MalformedException(
          String.format(
              "the message at byte %d has %d bytes of metadata, and the footer gives it %d",
              at, metadataBytes, headBytes - prefix));
    }
    IpcMessage message = IpcMessage.at(bytes, at + prefix, metadataBytes, at + headBytes, footerAt);
    listed.add(kind, number, at, at + headBytes + message.body().byteSize());
    if (listed.byteCount() > footerAt) {
      // One message in many places would let a small file stand for any number of rows.
      listed.checkApart();
    }
    return message;
  }
}
