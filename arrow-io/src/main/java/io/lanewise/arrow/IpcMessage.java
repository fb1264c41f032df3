package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/**
 * One message: what it says of itself, and its data.
 *
 * @param metadata its flatbuffer
 * @param body its data, which may be empty
 */
record IpcMessage(MemorySegment metadata, MemorySegment body) {

  private static final MemorySegment NOTHING = MemorySegment.ofArray(new byte[0]);

  /** What stands for an end marker. */
  static final IpcMessage END = new IpcMessage(NOTHING, NOTHING);

  /**
   * The message at a place of an input that is there as a whole.
   *
   * @param metadataAt first byte of the flatbuffer, which ends inside the input
   * @param bodyAt first byte of the body
   * @param end the body is checked to lie before it
   */
  static IpcMessage at(
      MemorySegment input, long metadataAt, int metadataBytes, long bodyAt, long end) {
    MemorySegment metadata = input.asSlice(metadataAt, metadataBytes);
    long bodyBytes = bodyBytes(metadata, metadataAt);
    if (bodyBytes > end - bodyAt) {
      throw cut(metadataAt, bodyBytes, end - bodyAt);
    }
    return new IpcMessage(metadata, input.asSlice(bodyAt, bodyBytes));
  }

  /** How long the body is that belongs to some metadata. */
  static long bodyBytes(MemorySegment metadata, long at) {
    long bodyBytes;
    try {
      bodyBytes = Message.getRootAsMessage(buffer(metadata)).bodyLength();
    } catch (IndexOutOfBoundsException e) {
      throw new MalformedException(
          "the " + metadata.byteSize() + " bytes at byte " + at + " are no message");
    }
    if (bodyBytes < 0) {
      throw new MalformedException(
          "the message at byte " + at + " has a body of " + bodyBytes + " bytes");
    }
    return bodyBytes;
  }

  static MalformedException cut(long at, long bodyBytes, long there) {
    return new MalformedException(
        String.format(
            "truncated: the message at byte %d has a body of %d bytes, and %d are there",
            at, bodyBytes, there));
  }

  /** Whether this stands for an end marker. */
  boolean isEnd() {
    return metadata.byteSize() == 0;
  }

  /** The flatbuffer, read in place. */
  Message header() {
    return Message.getRootAsMessage(buffer(metadata));
  }

  Schema schema() {
    return header(MessageHeader.Schema, new Schema());
  }

  RecordBatch recordBatch() {
    return header(MessageHeader.RecordBatch, new RecordBatch());
  }

  DictionaryBatch dictionaryBatch() {
    return header(MessageHeader.DictionaryBatch, new DictionaryBatch());
  }

  /** A read-only view of metadata, whose length may be what a damaged prefix says. */
  static ByteBuffer buffer(MemorySegment metadata) {
    return metadata.asByteBuffer().asReadOnlyBuffer();
  }

  private <T extends com.google.flatbuffers.Table> T header(byte expected, T header) {
    Message message = header();
    if (message.headerType() != expected || message.header(header) == null) {
      throw new MalformedException(
          String.format(
              "a message has header type %d, expected %d", message.headerType(), expected));
    }
    return header;
  }
}
