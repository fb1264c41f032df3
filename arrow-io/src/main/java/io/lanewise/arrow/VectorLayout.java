package io.lanewise.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.DictionaryUtility;

/**
 * The layout of vectors, decoded from the message that would announce them: one decoder for files
 * and vectors gives both the same names, types and refusals.
 */
final class VectorLayout {

  private VectorLayout() {}

  static TableLayout of(Schema schema, DictionaryProvider dictionaries) {
    List<Field> fields = new ArrayList<>();
    for (Field field : schema.getFields()) {
      var encoding = field.getDictionary();
      if (encoding != null && dictionaries.lookup(encoding.getId()) == null) {
        throw new MalformedException(
            "column \"%s\" is encoded by dictionary %d, which is not provided"
                .formatted(field.getName(), encoding.getId()));
      }
      fields.add(DictionaryUtility.toMessageFormat(field, dictionaries, new HashSet<>()));
    }
    var builder = new FlatBufferBuilder();
    builder.finish(new Schema(fields).getSchema(builder));
    return SchemaDecoder.decode(
        org.apache.arrow.flatbuf.Schema.getRootAsSchema(builder.dataBuffer()), MetadataVersion.V5);
  }
}
