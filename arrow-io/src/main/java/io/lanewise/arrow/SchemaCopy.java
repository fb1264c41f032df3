package io.lanewise.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a schema to be written again as they were declared: names, types, dictionaries and
 * metadata, all in their order. Arrow's own classes for fields would hand the metadata to
 * extensions and lose its order, and what occurs twice in it.
 *
 * @param declared the schema
 * @param fields which fields of it to write: columns that are not nested
 */
record SchemaCopy(Schema declared, List<Kept> fields) {

  /**
   * A field to write.
   *
   * @param index in the schema
   * @param nullable whether to declare that it may hold nulls
   */
  record Kept(int index, boolean nullable) {}

  /** Of all fields, declared as they are. */
  static SchemaCopy all(Schema declared) {
    return new SchemaCopy(
        declared,
        IntStream.range(0, declared.fieldsLength())
            .mapToObj(i -> new Kept(i, declared.fields(i).nullable()))
            .toList());
  }

  /** Only which features a writer of old used is left out: they are those of its messages. */
  int write(FlatBufferBuilder builder) {
    int[] written = fields.stream().mapToInt(field -> field(builder, field)).toArray();
    int fieldsAt = Schema.createFieldsVector(builder, written);
    int metadataAt =
        metadata(
            builder,
            IntStream.range(0, declared.customMetadataLength())
                .mapToObj(declared::customMetadata)
                .toList(),
            true);
    return Schema.createSchema(builder, Endianness.Little, fieldsAt, metadataAt, 0);
  }

  private int field(FlatBufferBuilder builder, Kept kept) {
    Field field = declared.fields(kept.index());
    String name = field.name();
    int nameAt = name == null ? 0 : builder.createString(name);
    int typeAt = type(builder, field);
    int dictionaryAt = dictionary(builder, field.dictionary());
    // Arrow's own reader wants a vector of children also where there are none.
    int childrenAt = Field.createChildrenVector(builder, new int[0]);
    int metadataAt =
        metadata(
            builder,
            IntStream.range(0, field.customMetadataLength())
                .mapToObj(field::customMetadata)
                .toList(),
            false);
    return Field.createField(
        builder,
        nameAt,
        kept.nullable(),
        field.typeType(),
        typeAt,
        dictionaryAt,
        childrenAt,
        metadataAt);
  }

  /** Arrow's own class refuses decimals of 32 and of 64 bits. */
  private static int type(FlatBufferBuilder builder, Field field) {
    if (field.typeType() == Type.Decimal) {
      Decimal decimal = Objects.requireNonNull((Decimal) field.type(new Decimal()));
      return Decimal.createDecimal(
          builder, decimal.precision(), decimal.scale(), decimal.bitWidth());
    }
    return ArrowType.getTypeForField(field).getType(builder);
  }

  private static int dictionary(FlatBufferBuilder builder, @Nullable DictionaryEncoding encoding) {
    if (encoding == null) {
      return 0;
    }
    Int index = encoding.indexType();
    int indexAt = index == null ? 0 : Int.createInt(builder, index.bitWidth(), index.isSigned());
    return DictionaryEncoding.createDictionaryEncoding(
        builder, encoding.id(), indexAt, encoding.isOrdered(), encoding.dictionaryKind());
  }

  private static int metadata(FlatBufferBuilder builder, List<KeyValue> entries, boolean schema) {
    if (entries.isEmpty()) {
      return 0;
    }
    int[] at = entries.stream().mapToInt(entry -> entry(builder, entry)).toArray();
    return schema
        ? Schema.createCustomMetadataVector(builder, at)
        : Field.createCustomMetadataVector(builder, at);
  }

  private static int entry(FlatBufferBuilder builder, KeyValue entry) {
    ByteBuffer key = entry.keyAsByteBuffer();
    ByteBuffer value = entry.valueAsByteBuffer();
    int keyAt = key == null ? 0 : builder.createString(key);
    int valueAt = value == null ? 0 : builder.createString(value);
    return KeyValue.createKeyValue(builder, keyAt, valueAt);
  }
}
