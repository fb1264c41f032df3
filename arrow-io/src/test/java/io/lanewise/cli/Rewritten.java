package io.lanewise.cli;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.ArrowWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/**
 * A table as Arrow's own classes read it, without dictionaries, to be written in another way.
 *
 * <p>Arrow's writer gives every column a bitmap of nulls, also where there are none.
 */
final class Rewritten implements AutoCloseable {

  private final BufferAllocator allocator = new RootAllocator();
  private final MapDictionaryProvider dictionaries = new MapDictionaryProvider();
  private List<VectorSchemaRoot> batches = new ArrayList<>();

  private Rewritten() {}

  static Rewritten of(Path path) throws IOException {
    Rewritten table = new Rewritten();
    try (SeekableByteChannel channel = Files.newByteChannel(path);
        ArrowReader reader =
            path.toString().endsWith(".arrow")
                ? new ArrowFileReader(channel, table.allocator)
                : new ArrowStreamReader(channel, table.allocator)) {
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      while (reader.loadNextBatch()) {
        List<FieldVector> columns = new ArrayList<>();
        for (FieldVector column : root.getFieldVectors()) {
          DictionaryEncoding encoding = column.getField().getDictionary();
          columns.add(
              encoding == null
                  ? table.copy(column, 0, column.getValueCount())
                  : (FieldVector)
                      DictionaryEncoder.decode(
                          column, reader.lookup(encoding.getId()), table.allocator));
        }
        table.batches.add(root(root.getSchema().getFields(), columns, root.getRowCount()));
      }
    }
    return table;
  }

  /** Columns keep their names: a decoded one has that of its dictionary. */
  private static VectorSchemaRoot root(List<Field> named, List<FieldVector> columns, int rows) {
    List<Field> fields = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      Field field = columns.get(c).getField();
      fields.add(
          new Field(
              named.get(c).getName(),
              new FieldType(true, field.getType(), field.getDictionary()),
              field.getChildren()));
    }
    return new VectorSchemaRoot(fields, columns, rows);
  }

  private FieldVector copy(FieldVector column, int from, int count) {
    var pair = column.getTransferPair(column.getField(), allocator);
    pair.splitAndTransfer(from, count);
    return (FieldVector) pair.getTo();
  }

  /** In batches of at most so many rows. */
  Rewritten split(int most) {
    List<VectorSchemaRoot> parts = new ArrayList<>();
    for (VectorSchemaRoot batch : batches) {
      for (int from = 0; from < batch.getRowCount(); from += most) {
        int start = from;
        int rows = Math.min(most, batch.getRowCount() - from);
        List<FieldVector> columns =
            batch.getFieldVectors().stream().map(column -> copy(column, start, rows)).toList();
        parts.add(root(batch.getSchema().getFields(), columns, rows));
      }
    }
    return replace(parts);
  }

  /** The last batch first. */
  Rewritten backwards() {
    Collections.reverse(batches);
    return this;
  }

  /** With integers of 64 bits. */
  Rewritten wide() {
    return map(
        column -> {
          if (!(column instanceof BaseIntVector narrow)) {
            return copy(column, 0, column.getValueCount());
          }
          boolean signed = ((ArrowType.Int) column.getField().getType()).getIsSigned();
          FieldVector wide =
              signed
                  ? new BigIntVector(column.getName(), allocator)
                  : new UInt8Vector(column.getName(), allocator);
          wide.setInitialCapacity(column.getValueCount());
          wide.allocateNew();
          for (int row = 0; row < column.getValueCount(); row++) {
            if (!column.isNull(row)) {
              ((BaseIntVector) wide).setWithPossibleTruncate(row, narrow.getValueAsLong(row));
            }
          }
          wide.setValueCount(column.getValueCount());
          return wide;
        });
  }

  /** With texts whose offsets have 64 bits. */
  Rewritten large() {
    return map(
        column -> {
          if (!(column instanceof VarCharVector texts)) {
            return copy(column, 0, column.getValueCount());
          }
          LargeVarCharVector large = new LargeVarCharVector(column.getName(), allocator);
          large.allocateNew();
          for (int row = 0; row < column.getValueCount(); row++) {
            if (!column.isNull(row)) {
              large.setSafe(row, texts.get(row));
            }
          }
          large.setValueCount(column.getValueCount());
          return large;
        });
  }

  /**
   * With a dictionary for each column of texts, its values in the order of their last use.
   *
   * @param bits of an index
   */
  Rewritten encoded(int bits) {
    int columns = batches.isEmpty() ? 0 : batches.getFirst().getFieldVectors().size();
    for (int c = 0; c < columns; c++) {
      if (batches.getFirst().getVector(c) instanceof VarCharVector) {
        dictionaries.put(dictionary(c, bits));
      }
    }
    List<VectorSchemaRoot> mapped = new ArrayList<>();
    for (VectorSchemaRoot batch : batches) {
      List<FieldVector> encoded = new ArrayList<>();
      for (int c = 0; c < columns; c++) {
        FieldVector column = batch.getVector(c);
        encoded.add(
            column instanceof VarCharVector
                ? (FieldVector) DictionaryEncoder.encode(column, dictionaries.lookup(c))
                : copy(column, 0, column.getValueCount()));
      }
      mapped.add(root(batch.getSchema().getFields(), encoded, batch.getRowCount()));
    }
    return replace(mapped);
  }

  private Dictionary dictionary(int c, int bits) {
    SequencedSet<String> texts = new LinkedHashSet<>();
    for (VectorSchemaRoot batch : batches) {
      VarCharVector column = (VarCharVector) batch.getVector(c);
      for (int row = 0; row < column.getValueCount(); row++) {
        if (!column.isNull(row)) {
          texts.addLast(new String(column.get(row), StandardCharsets.UTF_8));
        }
      }
    }
    VarCharVector values = new VarCharVector("values", allocator);
    values.allocateNew();
    int i = 0;
    for (String text : texts.reversed()) {
      values.setSafe(i++, text.getBytes(StandardCharsets.UTF_8));
    }
    values.setValueCount(i);
    return new Dictionary(values, new DictionaryEncoding(c, false, new ArrowType.Int(bits, true)));
  }

  private interface Change {
    FieldVector of(FieldVector column);
  }

  private Rewritten map(Change change) {
    List<VectorSchemaRoot> mapped = new ArrayList<>();
    for (VectorSchemaRoot batch : batches) {
      List<FieldVector> columns = batch.getFieldVectors().stream().map(change::of).toList();
      mapped.add(root(batch.getSchema().getFields(), columns, batch.getRowCount()));
    }
    return replace(mapped);
  }

  private Rewritten replace(List<VectorSchemaRoot> others) {
    batches.forEach(VectorSchemaRoot::close);
    batches = others;
    return this;
  }

  /** As a file where the name ends in {@code .arrow}, else as a stream. */
  Path write(Path path) throws IOException {
    try (SeekableByteChannel out =
            Files.newByteChannel(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        VectorSchemaRoot root = VectorSchemaRoot.create(batches.getFirst().getSchema(), allocator);
        ArrowWriter writer =
            path.toString().endsWith(".arrow")
                ? new ArrowFileWriter(root, dictionaries, out)
                : new ArrowStreamWriter(root, dictionaries, out)) {
      for (VectorSchemaRoot batch : batches) {
        for (int c = 0; c < batch.getFieldVectors().size(); c++) {
          FieldVector column = batch.getVector(c);
          column.makeTransferPair(root.getVector(c)).splitAndTransfer(0, batch.getRowCount());
        }
        root.setRowCount(batch.getRowCount());
        writer.writeBatch();
      }
      writer.end();
    }
    return path;
  }

  @Override
  public void close() {
    batches.forEach(VectorSchemaRoot::close);
    dictionaries.close();
    allocator.close();
  }
}
