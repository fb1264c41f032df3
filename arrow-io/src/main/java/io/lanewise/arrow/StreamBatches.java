package io.lanewise.arrow;

import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.jspecify.annotations.Nullable;

/**
 * The record batches of an IPC stream, or of several that follow one another: each a schema, then
 * dictionaries and record batches, then an end marker.
 */
final class StreamBatches {

  static final String NO_END = "the stream has no end marker; what is there was read";

  private final MessageSource source;
  private final TableState state;
  private boolean ended;

  StreamBatches(MessageSource source, TableState state) {
    this.source = source;
    this.state = state;
  }

  /** Whether the stream before had its end marker. */
  boolean ended() {
    return ended;
  }

  /** Reads the first message, which is to be the schema. */
  void readSchema() {
    IpcMessage first = source.next();
    if (first != null) {
      take(first, 0);
    }
    state.layout();
  }

  /** The next batch of all streams, or null where the bytes end. */
  @Nullable IndexedBatch next() {
    return next(false);
  }

  /**
   * The next batch, or null where the bytes end.
   *
   * @param onlyOne whether an end marker is the end, too
   */
  @Nullable IndexedBatch next(boolean onlyOne) {
    while (true) {
      long at = source.position();
      IpcMessage message = source.next();
      IndexedBatch batch = message == null ? null : take(message, at);
      if (message == null || batch != null || (onlyOne && ended)) {
        return batch;
      }
    }
  }

  private @Nullable IndexedBatch take(IpcMessage message, long at) {
    if (message.isEnd()) {
      ended = true;
      return null;
    }
    Message header = message.header();
    if (ended && header.headerType() != MessageHeader.Schema) {
      throw new MalformedException(
          "goes on after its end marker at byte " + at + " with what is no schema");
    }
    switch (header.headerType()) {
      case MessageHeader.Schema -> {
        state.schema(SchemaDecoder.decode(message.schema(), header.version()));
        ended = false;
      }
      case MessageHeader.DictionaryBatch -> state.dictionary(message, true);
      case MessageHeader.RecordBatch -> {
        return state.recordBatch(message);
      }
      default ->
          throw new MalformedException(
              String.format(
                  "the message at byte %d is of kind %d, which is not read",
                  at, header.headerType()));
    }
    return null;
  }
}
