package io.lanewise.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;

/** Writes messages one after the other, uncompressed. */
final class MessageWriter {

  /** The marker and the length that stand before metadata. */
  private static final int PREFIX = 8;

  private final WritableByteChannel out;
  private long position;

  MessageWriter(WritableByteChannel out) {
    this.out = out;
  }

  void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      position += out.write(bytes);
    }
  }

  /** What ends a stream. */
  static ByteBuffer end() {
    return ByteBuffer.allocate(MessageSource.END_BYTES).putInt(MessageSource.CONTINUATION).rewind();
  }

  /** Writes a schema that {@code copy} lays down. */
  MessageSpan schema(SchemaCopy copy) throws IOException {
    var builder = new FlatBufferBuilder();
    return message(builder, MessageHeader.Schema, copy.write(builder), List.of());
  }

  MessageSpan dictionary(long id, ColumnEncoder values) throws IOException {
    var builder = new FlatBufferBuilder();
    List<ColumnEncoder> column = List.of(values);
    List<OutputBuffer> body = values.buffers();
    int batch = recordBatch(builder, values.rows(), column, body);
    int header = DictionaryBatch.createDictionaryBatch(builder, id, batch, false);
    return message(builder, MessageHeader.DictionaryBatch, header, body);
  }

  MessageSpan batch(int rows, List<ColumnEncoder> columns) throws IOException {
    var builder = new FlatBufferBuilder();
    List<OutputBuffer> body = columns.stream().flatMap(c -> c.buffers().stream()).toList();
    int header = recordBatch(builder, rows, columns, body);
    return message(builder, MessageHeader.RecordBatch, header, body);
  }

  private static int recordBatch(
      FlatBufferBuilder builder, int rows, List<ColumnEncoder> columns, List<OutputBuffer> body) {
    long[] further =
        columns.stream().mapToLong(ColumnEncoder::furtherBuffers).filter(n -> n >= 0).toArray();
    // Readers before 1.4 of the format do not know this vector.
    int furtherAt =
        further.length == 0 ? 0 : RecordBatch.createVariadicBufferCountsVector(builder, further);
    RecordBatch.startNodesVector(builder, columns.size());
    for (ColumnEncoder column : columns.reversed()) {
      FieldNode.createFieldNode(builder, rows, column.nulls());
    }
    int nodesAt = builder.endVector();
    RecordBatch.startBuffersVector(builder, body.size());
    // A vector is laid down from its end.
    long end = bodyBytes(body);
    for (OutputBuffer buffer : body.reversed()) {
      end -= buffer.paddedSize();
      Buffer.createBuffer(builder, end, buffer.size());
    }
    int buffersAt = builder.endVector();
    return RecordBatch.createRecordBatch(builder, rows, nodesAt, buffersAt, 0, furtherAt);
  }

  private MessageSpan message(
      FlatBufferBuilder builder, byte type, int header, List<OutputBuffer> body)
      throws IOException {
    long bodyBytes = bodyBytes(body);
    builder.finish(Message.createMessage(builder, MetadataVersion.V5, type, header, bodyBytes, 0));
    ByteBuffer metadata = builder.dataBuffer();
    int size = metadata.remaining();
    int padded = (size + OutputBuffer.ALIGNMENT - 1) & -OutputBuffer.ALIGNMENT;
    ByteBuffer head = ByteBuffer.allocate(PREFIX + padded).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(MessageSource.CONTINUATION).putInt(padded).put(metadata).rewind();
    long at = position;
    write(head);
    for (OutputBuffer buffer : body) {
      write(buffer.padded());
    }
    return new MessageSpan(at, PREFIX + padded, bodyBytes);
  }

  private static long bodyBytes(List<OutputBuffer> body) {
    return body.stream().mapToLong(OutputBuffer::paddedSize).sum();
  }
}
