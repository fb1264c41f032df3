package io.lanewise.arrow;

import io.lanewise.column.Field;
import io.lanewise.column.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a table is like apart from its rows: its Arrow schema, and the values of its dictionaries. A
 * {@link TableWriter} writes other rows into the same columns.
 *
 * <p>Kept: names (also empty ones, and ones that occur twice), types, whether a field may hold
 * nulls, index types and order of dictionaries, extension types as they are stored, and the
 * metadata of fields and of the schema in its order. Nested columns are {@linkplain #leftOut left
 * out}.
 *
 * <p>Dictionaries: where a table replaces or adds to one, or its inputs differ in it, the first
 * stands, and after it those values of the later ones that it lacks. Where one of several inputs
 * declares a field nullable, it is.
 *
 * <p>Cost: every dictionary is read once and kept, as bytes and in a hash table; no row is read.
 *
 * <p>Threads: does not change, so any may use it.
 *
 * <p>Source: Apache Arrow Columnar Format 1.5, metadata version 5.
 */
public final class TableTemplate {

  /** Bytes of the marker and the length before a message's metadata. */
  private static final int PREFIX = 8;

  /** What {@link #bytes} makes is neither compressed nor in parts, so reading it takes nothing. */
  private static final long MEMORY_LIMIT = 0;

  private final byte[] messages;
  private final SchemaCopy declared;
  private final List<Column> columns;
  private final Map<Long, DictionaryCodes> dictionaries;
  private final List<MessageSpan> dictionarySpans;
  private final List<Field> leftOut;
  private final Schema schema;

  /**
   * A column to write.
   *
   * @param layout as the schema has it
   * @param nullable whether it may hold nulls
   */
  record Column(ColumnLayout layout, boolean nullable) {}

  TableTemplate(
      List<Column> columns,
      List<Field> leftOut,
      SchemaCopy source,
      Map<Long, TemplateDictionary> dictionaries) {
    this.columns = List.copyOf(columns);
    this.leftOut = List.copyOf(leftOut);
    schema = new Schema(columns.stream().map(column -> column.layout().field()).toList());
    var bytes = new ByteArrayOutputStream();
    var out = new MessageWriter(Channels.newChannel(bytes));
    try {
      MessageSpan head = out.schema(source);
      dictionarySpans =
          dictionaries.entrySet().stream()
              .map(entry -> dictionary(out, entry.getKey(), entry.getValue()))
              .toList();
      messages = bytes.toByteArray();
      // The source lies in the memory of an input that is closed one day.
      MemorySegment own = MemorySegment.ofArray(messages);
      int end = head.headBytes();
      declared = SchemaCopy.all(IpcMessage.at(own, PREFIX, end - PREFIX, end, end).schema());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.dictionaries =
        dictionaries.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().codes()));
  }

  private static MessageSpan dictionary(MessageWriter out, long id, TemplateDictionary dictionary) {
    try {
      return out.dictionary(id, dictionary.values());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The template of a table.
   *
   * @throws io.lanewise.column.DataException where a dictionary cannot be read, or has more values
   *     than its indices reach
   */
  public static TableTemplate of(ArrowTable table) {
    return Place.of(table.source()).guard(() -> TemplateReader.read(table.parts()));
  }

  /**
   * The template that {@link #bytes} were made of.
   *
   * @param source what to call the bytes in messages
   * @throws io.lanewise.column.DataException where they are anything else
   */
  public static TableTemplate parse(String source, byte[] bytes) {
    Place place = Place.of(source);
    try (var arena = Arena.ofShared()) {
      MemorySegment copy = MemorySegment.ofArray(bytes.clone());
      InputIndex index =
          StreamIndex.of(new MappedInput(place, copy, arena), new MemoryBudget(MEMORY_LIMIT));
      if (!index.warnings().isEmpty()) {
        throw place.refusal("truncated: the schema ends without an end marker");
      }
      if (!index.batches().isEmpty()) {
        throw place.refusal(
            "has " + index.batches().size() + " batches of rows, expected a schema alone");
      }
      var input = new ArrowTable.Part(new MappedInput(place, copy, arena), index);
      return place.guard(() -> TemplateReader.read(List.of(input)));
    }
  }

  /**
   * The template as an IPC stream without batches, which any reader of Arrow reads. Equal templates
   * are equal bytes.
   */
  public byte[] bytes() {
    ByteBuffer all = ByteBuffer.allocate(messages.length + MessageSource.END_BYTES);
    return all.put(messages).put(MessageWriter.end()).array();
  }

  /** The columns that are written. */
  public Schema schema() {
    return schema;
  }

  /** The columns that are not, because their types are nested. */
  public List<Field> leftOut() {
    return leftOut;
  }

  /** Schema and dictionaries, as a stream or a file begins with them. */
  ByteBuffer messages() {
    return ByteBuffer.wrap(messages).asReadOnlyBuffer();
  }

  /** Where the dictionaries are in {@link #messages}. */
  List<MessageSpan> dictionarySpans() {
    return dictionarySpans;
  }

  SchemaCopy declared() {
    return declared;
  }

  /** What encodes each column's values, anew for each table. */
  List<ColumnEncoder> encoders() {
    return columns.stream().map(this::encoder).toList();
  }

  private ColumnEncoder encoder(Column column) {
    ColumnLayout.Encoding encoding = column.layout().encoding();
    return encoding == null
        ? ColumnEncoder.of(column.layout().storage(), column.nullable())
        : new IndexEncoder(
            encoding.width(),
            Objects.requireNonNull(dictionaries.get(encoding.id())),
            column.nullable());
  }
}
