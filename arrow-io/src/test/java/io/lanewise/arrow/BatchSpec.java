package io.lanewise.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;

/** A hand-made record batch, as right or as wrong as a test wants it. */
final class BatchSpec {

  private final long rows;
  private final List<long[]> nodes = new ArrayList<>();
  private final List<long[]> buffers = new ArrayList<>();
  private final List<Long> variadic = new ArrayList<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int padding = 8;
  private int codec = -1;

  private BatchSpec(long rows) {
    this.rows = rows;
  }

  static BatchSpec rows(long rows) {
    return new BatchSpec(rows);
  }

  /** Adds a column of as many rows as the batch has, with its buffers. */
  BatchSpec column(byte[]... columnBuffers) {
    return node(rows, columnBuffers);
  }

  /** Adds a node that says {@code length} rows. */
  BatchSpec node(long length, byte[]... columnBuffers) {
    nodes.add(new long[] {length, -1});
    for (byte[] buffer : columnBuffers) {
      buffers.add(new long[] {body.size(), buffer.length});
      body.writeBytes(buffer);
      body.writeBytes(new byte[(padding - body.size() % padding) % padding]);
    }
    return this;
  }

  /** Adds a column of views with the number of its further buffers. */
  BatchSpec views(byte[]... columnBuffers) {
    variadic.add(columnBuffers.length - 2L);
    return column(columnBuffers);
  }

  /** Lists a buffer that may lie anywhere. */
  BatchSpec buffer(long offset, long length) {
    buffers.add(new long[] {offset, length});
    return this;
  }

  /** Says that a field of views has {@code count} further buffers. */
  BatchSpec variadic(long count) {
    variadic.add(count);
    return this;
  }

  /** Lets further buffers begin at multiples of {@code bytes} only. */
  BatchSpec aligned(int bytes) {
    padding = bytes;
    return this;
  }

  BatchSpec compressed(byte newCodec) {
    codec = newCodec;
    return this;
  }

  byte[] body() {
    body.writeBytes(new byte[(8 - body.size() % 8) % 8]);
    return body.toByteArray();
  }

  int write(FlatBufferBuilder b) {
    long[] counts = variadic.stream().mapToLong(Long::longValue).toArray();
    int variadicAt = RecordBatch.createVariadicBufferCountsVector(b, counts);
    RecordBatch.startNodesVector(b, nodes.size());
    for (long[] node : nodes.reversed()) {
      FieldNode.createFieldNode(b, node[0], node[1]);
    }
    int nodesAt = b.endVector();
    RecordBatch.startBuffersVector(b, buffers.size());
    for (long[] buffer : buffers.reversed()) {
      Buffer.createBuffer(b, buffer[0], buffer[1]);
    }
    int buffersAt = b.endVector();
    int compressionAt =
        codec < 0 ? 0 : BodyCompression.createBodyCompression(b, (byte) codec, (byte) 0);
    return RecordBatch.createRecordBatch(b, rows, nodesAt, buffersAt, compressionAt, variadicAt);
  }
}
