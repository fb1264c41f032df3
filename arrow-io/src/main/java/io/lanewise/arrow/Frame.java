package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/**
 * Where one message lies.
 *
 * @param metadataAt first byte of the message's flatbuffer
 * @param metadataBytes its length
 * @param bodyAt first byte of its body
 */
record Frame(long metadataAt, int metadataBytes, long bodyAt) {

  /** The flatbuffer, read in place. */
  Message message(MemorySegment input) {
    return Message.getRootAsMessage(bytes(input, metadataAt, metadataBytes));
  }

  /** The body, which is checked to lie before {@code end}. */
  MemorySegment body(MemorySegment input, long end) {
    long bodyBytes = message(input).bodyLength();
    if (bodyBytes < 0) {
      throw new MalformedException(
          "the message at byte " + metadataAt + " has a body of " + bodyBytes + " bytes");
    }
    if (bodyBytes > end - bodyAt) {
      throw new MalformedException(
          String.format(
              "truncated: the message at byte %d has a body of %d bytes, and %d are there",
              metadataAt, bodyBytes, end - bodyAt));
    }
    return input.asSlice(bodyAt, bodyBytes);
  }

  static Schema schema(Message message) {
    return header(message, MessageHeader.Schema, new Schema());
  }

  static RecordBatch recordBatch(Message message) {
    return header(message, MessageHeader.RecordBatch, new RecordBatch());
  }

  static DictionaryBatch dictionaryBatch(Message message) {
    return header(message, MessageHeader.DictionaryBatch, new DictionaryBatch());
  }

  /** A read-only view of metadata, whose length may be what a damaged prefix says. */
  static ByteBuffer bytes(MemorySegment input, long at, int length) {
    return input.asSlice(at, length).asByteBuffer().asReadOnlyBuffer();
  }

  private static <T extends com.google.flatbuffers.Table> T header(
      Message message, byte expected, T header) {
    if (message.headerType() != expected || message.header(header) == null) {
      throw new MalformedException(
          String.format(
              "a message has header type %d, expected %d", message.headerType(), expected));
    }
    return header;
  }
}
