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
  private final @Nullable ArrivedMessages inFile;
  private boolean ended;

  /** Where the latest end marker ends that something else came before. */
  private long endAt;

  StreamBatches(MessageSource source, TableState state) {
    this(source, state, null);
  }

  /**
   * The batches of a stream.
   *
   * @param inFile is told where messages are, if the stream is the one that lies in a file: then it
   *     is the only one, and replaces no dictionary
   */
  StreamBatches(MessageSource source, TableState state, @Nullable ArrivedMessages inFile) {
    this.source = source;
    this.state = state;
    this.inFile = inFile;
  }

  /** Whether the stream before had its end marker. */
  boolean ended() {
    return ended;
  }

  /** Reads the first message, which is to be the schema. */
  void readSchema() {
    long at = source.position();
    IpcMessage first = source.next();
    if (first != null) {
      if (inFile != null && !first.isEnd() && first.header().headerType() != MessageHeader.Schema) {
        throw new MalformedException(
            String.format(
                "begins with a message of kind %d and has its schema in the footer only; such a"
                    + " file cannot be read while it arrives, expected a stream",
                first.header().headerType()));
      }
      take(first, at);
    }
    checkBegun();
    state.layout();
  }

  /** The next batch of all streams, or null where the bytes end, or that of a file. */
  @Nullable IndexedBatch next() {
    while (true) {
      long at = source.position();
      IpcMessage message = source.next();
      IndexedBatch batch = message == null ? null : take(message, at);
      if (message == null || batch != null || (inFile != null && ended)) {
        checkBegun();
        return batch;
      }
    }
  }

  private void checkBegun() {
    if (ended && !state.hasSchema()) {
      throw new MalformedException("has an end marker and no schema");
    }
  }

  private @Nullable IndexedBatch take(IpcMessage message, long at) {
    if (message.isEnd()) {
      if (!ended) {
        ended = true;
        endAt = source.position();
      } else if (source.position() - endAt > MessageSource.MOST_PADDING) {
        // Each four bytes of padding are an end marker, too.
        throw new MalformedException(
            String.format(
                "goes on after its end marker at byte %d with more than padding to %d bytes",
                endAt, MessageSource.MOST_PADDING));
      }
      return null;
    }
    Message header = message.header();
    if (ended && header.headerType() != MessageHeader.Schema) {
      throw new MalformedException(
          "goes on after its end marker at byte " + at + " with what is no schema");
    }
    switch (header.headerType()) {
      case MessageHeader.Schema -> {
        if (inFile != null && at > FileIndex.HEAD) {
          throw new MalformedException("has a second schema at byte " + at + ", as no file does");
        }
        state.schema(SchemaDecoder.decode(message.schema(), header.version()));
        ended = false;
      }
      case MessageHeader.DictionaryBatch -> {
        state.dictionary(message, inFile == null);
        if (inFile != null) {
          inFile.dictionary(message.dictionaryBatch().id(), at, headBytes(message, at));
        }
      }
      case MessageHeader.RecordBatch -> {
        IndexedBatch batch = state.recordBatch(message);
        if (inFile != null) {
          inFile.batch(at, headBytes(message, at));
        }
        return batch;
      }
      default ->
          throw new MalformedException(
              String.format(
                  "the message at byte %d is of kind %d, which is not read",
                  at, header.headerType()));
    }
    return null;
  }

  /** Bytes ahead of the body of the message that was read last, and began at {@code at}. */
  private long headBytes(IpcMessage message, long at) {
    return source.position() - message.body().byteSize() - at;
  }
}
