package io.lanewise.cli;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;

/** An input whose schema says that numbers have their high bytes first. */
final class BigEndian {

  private BigEndian() {}

  /** A stream without rows, of one column of booleans. */
  static byte[] emptyStream(String name) {
    var b = new FlatBufferBuilder();
    int nameAt = b.createString(name);
    Bool.startBool(b);
    int typeAt = Bool.endBool(b);
    int children = Field.createChildrenVector(b, new int[0]);
    int field = Field.createField(b, nameAt, true, Type.Bool, typeAt, 0, children, 0);
    int fields = Schema.createFieldsVector(b, new int[] {field});
    int schema = Schema.createSchema(b, Endianness.Big, fields, 0, 0);
    b.finish(Message.createMessage(b, MetadataVersion.V5, MessageHeader.Schema, schema, 0, 0));
    byte[] message = b.sizedByteArray();
    int padded = (message.length + 7) / 8 * 8;
    ByteBuffer stream = ByteBuffer.allocate(8 + padded + 8).order(ByteOrder.LITTLE_ENDIAN);
    stream.putInt(-1).putInt(padded).put(message).position(8 + padded);
    return stream.putInt(-1).putInt(0).array();
  }
}
