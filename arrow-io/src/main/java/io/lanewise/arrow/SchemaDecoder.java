package io.lanewise.arrow;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Feature;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Schema;

/**
 * Decodes a schema message. Offsets in it may point anywhere, so one field may be met a thousand
 * times, or be its own child: depth, number of fields and total length of names are limited.
 * Extension types are read as what they are stored as; custom metadata is not looked at.
 */
final class SchemaDecoder {

  private static final int DEEPEST = 64;
  private static final int MOST_FIELDS = 100_000;
  private static final int MOST_NAME_BYTES = 1 << 24;

  private final TypeDecoder types;
  private final Map<Long, TypeLayout> dictionaries = new HashMap<>();
  private int fields;
  private int nameBytes;

  private SchemaDecoder(short metadataVersion) {
    this.types = new TypeDecoder(metadataVersion);
  }

  static TableLayout decode(Schema schema, short metadataVersion) {
    if (metadataVersion != MetadataVersion.V4 && metadataVersion != MetadataVersion.V5) {
      throw new MalformedException(
          "metadata version V" + (metadataVersion + 1) + " is not read, only V4 and V5 are");
    }
    if (schema.endianness() != Endianness.Little) {
      throw new MalformedException("big-endian data is not read");
    }
    for (int i = 0; i < schema.featuresLength(); i++) {
      checkFeature(schema.features(i));
    }
    return new SchemaDecoder(metadataVersion).table(schema);
  }

  private static void checkFeature(long feature) {
    if (feature != Feature.UNUSED
        && feature != Feature.DICTIONARY_REPLACEMENT
        && feature != Feature.COMPRESSED_BODY) {
      throw new MalformedException("feature " + feature + " of the format is not known");
    }
  }

  private TableLayout table(Schema schema) {
    List<ColumnLayout> columns = new ArrayList<>();
    int count = schema.fieldsLength();
    for (int i = 0; i < count; i++) {
      try {
        columns.add(column(schema.fields(i), 1));
      } catch (MalformedException e) {
        throw new MalformedException("column " + i + ": " + e.getMessage());
      }
    }
    return new TableLayout(schema, columns, dictionaries);
  }

  private ColumnLayout column(Field field, int depth) {
    String name = name(field, depth);
    TypeLayout value = value(field, depth);
    DictionaryEncoding encoding = field.dictionary();
    if (encoding == null) {
      var named = new io.lanewise.column.Field(name, value.type());
      return new ColumnLayout(named, value.storage(), null, value.extent());
    }
    if (encoding.dictionaryKind() != 0) {
      throw new MalformedException(
          "dictionary kind " + encoding.dictionaryKind() + " is not known");
    }
    long id = encoding.id();
    TypeLayout other = dictionaries.putIfAbsent(id, value);
    if (other != null && !other.equals(value)) {
      throw new MalformedException(
          String.format(
              "dictionary %d holds %s for one column and %s for another",
              id, other.type().name(), value.type().name()));
    }
    Int index = encoding.indexType();
    var width = index == null ? IntegerWidth.INT32 : TypeDecoder.width(index);
    ColumnType type = value.type();
    var encoded = new ColumnType("dictionary<" + type.name() + ">", type.family(), type.step());
    return new ColumnLayout(
        new io.lanewise.column.Field(name, encoded),
        value.storage(),
        new ColumnLayout.Encoding(id, width),
        Extent.node(2));
  }

  /** The type of a field, or of its dictionary's values, with all that lies below. */
  private TypeLayout value(Field field, int depth) {
    if (depth > DEEPEST) {
      throw new MalformedException("fields are nested deeper than " + DEEPEST);
    }
    if (++fields > MOST_FIELDS) {
      throw new MalformedException("more than " + MOST_FIELDS + " fields");
    }
    TypeLayout type = types.decode(field);
    Extent children = Extent.NONE;
    int count = field.childrenLength();
    if (count > 0 && type.type().family() != Family.NESTED) {
      throw new MalformedException(
          type.type().name() + " has " + count + " children, expected none");
    }
    for (int i = 0; i < count; i++) {
      children = children.plus(column(field.children(i), depth + 1).extent());
    }
    return type.plus(children);
  }

  private String name(Field field, int depth) {
    var bytes = field.nameAsByteBuffer();
    if (bytes == null) {
      return "";
    }
    nameBytes += Math.min(bytes.remaining(), MOST_NAME_BYTES);
    if (nameBytes > MOST_NAME_BYTES) {
      throw new MalformedException(
          "column names are longer than " + MOST_NAME_BYTES + " bytes together");
    }
    return Utf8Text.of(bytes, depth == 1 ? "its name" : "a name in it");
  }
}
