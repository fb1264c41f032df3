package io.lanewise.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Schema;

/** Hand-made IPC streams and files, message by message. */
final class IpcBytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> messageEnds = new ArrayList<>();
  private final List<long[]> dictionaryBlocks = new ArrayList<>();
  private final List<long[]> batchBlocks = new ArrayList<>();
  private final short version;
  private final boolean legacy;
  private short endianness;
  private long[] features = new long[0];
  private FieldSpec[] fields = new FieldSpec[0];

  private IpcBytes(short version, boolean legacy) {
    this.version = version;
    this.legacy = legacy;
  }

  static IpcBytes stream() {
    return new IpcBytes(MetadataVersion.V5, false);
  }

  static IpcBytes stream(short version, boolean legacy) {
    return new IpcBytes(version, legacy);
  }

  /** Begins a file, which {@link #file} ends. */
  static IpcBytes startFile() {
    var file = stream();
    file.out.writeBytes("ARROW1\0\0".getBytes(StandardCharsets.US_ASCII));
    return file;
  }

  IpcBytes endianness(int value) {
    endianness = (short) value;
    return this;
  }

  IpcBytes features(long... values) {
    features = values;
    return this;
  }

  IpcBytes schema(FieldSpec... specs) {
    fields = specs;
    var b = new FlatBufferBuilder();
    message(b, MessageHeader.Schema, writeSchema(b), new byte[0]);
    return this;
  }

  /** Columns that the footer will have, whatever the schema's message says. */
  IpcBytes footerSchema(FieldSpec... specs) {
    fields = specs;
    return this;
  }

  IpcBytes batch(BatchSpec batch) {
    var b = new FlatBufferBuilder();
    batchBlocks.add(message(b, MessageHeader.RecordBatch, batch.write(b), batch.body()));
    return this;
  }

  IpcBytes dictionary(long id, boolean delta, BatchSpec batch) {
    var b = new FlatBufferBuilder();
    int header = DictionaryBatch.createDictionaryBatch(b, id, batch.write(b), delta);
    dictionaryBlocks.add(message(b, MessageHeader.DictionaryBatch, header, batch.body()));
    return this;
  }

  /**
   * The head of a batch whose body, of {@code bodyLength} bytes, is written elsewhere or nowhere.
   */
  IpcBytes head(BatchSpec batch, long bodyLength) {
    var b = new FlatBufferBuilder();
    int header = batch.write(b);
    b.finish(Message.createMessage(b, version, MessageHeader.RecordBatch, header, bodyLength, 0));
    frame(b.sizedByteArray());
    return this;
  }

  /** A message whose body is not as long as it says. */
  IpcBytes message(byte kind, long bodyLength) {
    var b = new FlatBufferBuilder();
    int header = BatchSpec.rows(0).write(b);
    b.finish(Message.createMessage(b, version, kind, header, bodyLength, 0));
    frame(b.sizedByteArray());
    return this;
  }

  IpcBytes end() {
    if (!legacy) {
      out.writeBytes(le(-1));
    }
    out.writeBytes(le(0));
    return this;
  }

  IpcBytes raw(byte... bytes) {
    out.writeBytes(bytes);
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** Where each message ends. */
  List<Integer> messageEnds() {
    return messageEnds;
  }

  /** Lists a record batch in the footer that may lie anywhere. */
  IpcBytes block(long at, int metadataBytes) {
    batchBlocks.add(new long[] {at, metadataBytes, 0});
    return this;
  }

  /** What the footer will list of dictionaries: place, head and body. May be changed. */
  List<long[]> dictionaryBlocks() {
    return dictionaryBlocks;
  }

  /** The same of record batches. */
  List<long[]> batchBlocks() {
    return batchBlocks;
  }

  /** The file that {@link #startFile} began, with its footer. */
  byte[] file() {
    var b = new FlatBufferBuilder();
    int schemaAt = writeSchema(b);
    Footer.startDictionariesVector(b, dictionaryBlocks.size());
    dictionaryBlocks.reversed().forEach(d -> Block.createBlock(b, d[0], (int) d[1], d[2]));
    int dictionaries = b.endVector();
    Footer.startRecordBatchesVector(b, batchBlocks.size());
    batchBlocks.reversed().forEach(d -> Block.createBlock(b, d[0], (int) d[1], d[2]));
    int batches = b.endVector();
    b.finish(Footer.createFooter(b, version, schemaAt, dictionaries, batches, 0));
    byte[] footer = b.sizedByteArray();
    out.writeBytes(footer);
    out.writeBytes(le(footer.length));
    out.writeBytes("ARROW1".getBytes(StandardCharsets.US_ASCII));
    return bytes();
  }

  private int writeSchema(FlatBufferBuilder b) {
    int[] offsets = new int[fields.length];
    for (int i = 0; i < fields.length; i++) {
      offsets[i] = fields[i].write(b);
    }
    int fieldsAt = Schema.createFieldsVector(b, offsets);
    int featuresAt = Schema.createFeaturesVector(b, features);
    return Schema.createSchema(b, endianness, fieldsAt, 0, featuresAt);
  }

  private long[] message(FlatBufferBuilder b, byte kind, int header, byte[] body) {
    b.finish(Message.createMessage(b, version, kind, header, body.length, 0));
    long at = out.size();
    frame(b.sizedByteArray());
    long metadata = out.size() - at;
    out.writeBytes(body);
    messageEnds.add(out.size());
    return new long[] {at, metadata, body.length};
  }

  private void frame(byte[] flatbuffer) {
    int prefix = legacy ? 4 : 8;
    int padded = (flatbuffer.length + prefix + 7) / 8 * 8 - prefix;
    if (!legacy) {
      out.writeBytes(le(-1));
    }
    out.writeBytes(le(padded));
    out.writeBytes(flatbuffer);
    out.writeBytes(new byte[padded - flatbuffer.length]);
  }

  static byte[] le(int... values) {
    var buffer = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      buffer.putInt(value);
    }
    return buffer.array();
  }

  static byte[] le(long... values) {
    var buffer = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      buffer.putLong(value);
    }
    return buffer.array();
  }

  static byte[] le(double... values) {
    var buffer = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      buffer.putDouble(value);
    }
    return buffer.array();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] bits(int... bytes) {
    byte[] bits = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      bits[i] = (byte) bytes[i];
    }
    return bits;
  }
}
