package io.lanewise.arrow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/** Arrow's vectors for columns to write, filled batch by batch. */
final class OutputVectors implements AutoCloseable {

  private static final ArrowType.Int INT32 = new ArrowType.Int(32, true);

  private final List<? extends OutputColumn> columns;
  private final BufferAllocator allocator;
  private final DictionaryProvider.MapDictionaryProvider dictionaries =
      new DictionaryProvider.MapDictionaryProvider();
  private final VectorSchemaRoot root;

  OutputVectors(List<? extends OutputColumn> columns, BufferAllocator allocator) {
    this.columns = columns;
    this.allocator = allocator;
    List<FieldVector> vectors = new ArrayList<>();
    try {
      for (int i = 0; i < columns.size(); i++) {
        vectors.add(field(columns.get(i), i).createVector(allocator));
      }
    } catch (RuntimeException | Error e) {
      // The vectors hold nothing yet; the dictionaries do.
      closeDictionaries();
      throw e;
    }
    root = new VectorSchemaRoot(vectors);
  }

  /** The vectors, to be closed by who asks for them. */
  VectorSchemaRoot root() {
    return root;
  }

  DictionaryProvider dictionaries() {
    return dictionaries;
  }

  /** Puts rows {@code [from, to)} into the vectors. */
  void fill(int from, int to) {
    for (int i = 0; i < columns.size(); i++) {
      FieldVector vector = root.getVector(i);
      vector.setInitialCapacity(to - from);
      vector.allocateNew();
      OutputColumn column = columns.get(i);
      for (int row = from; row < to; row++) {
        if (!column.nulls().get(row)) {
          set(vector, row - from, column, row);
        }
      }
      vector.setValueCount(to - from);
    }
    root.setRowCount(to - from);
  }

  private static void set(FieldVector vector, int at, OutputColumn column, int row) {
    switch (column) {
      case OutputColumn.Doubles doubles -> ((Float8Vector) vector).set(at, doubles.values()[row]);
      case OutputColumn.Ints ints -> ((IntVector) vector).set(at, ints.values()[row]);
      case OutputColumn.Longs longs -> ((BigIntVector) vector).set(at, longs.values()[row]);
      case OutputColumn.Booleans bits -> ((BitVector) vector).set(at, bits.values()[row] ? 1 : 0);
      case OutputColumn.Words words -> ((IntVector) vector).set(at, words.indices()[row]);
      case OutputColumn.Dates dates -> ((DateDayVector) vector).set(at, dates.days()[row]);
      case OutputColumn.Instants instants ->
          ((TimeStampMicroTZVector) vector).set(at, instants.micros()[row]);
    }
  }

  private Field field(OutputColumn column, int id) {
    DictionaryEncoding encoding = null;
    if (column instanceof OutputColumn.Words words) {
      encoding = new DictionaryEncoding(id, false, INT32);
      dictionaries.put(new Dictionary(dictionary(words), encoding));
    }
    return new Field(column.name(), new FieldType(true, type(column), encoding), List.of());
  }

  private FieldVector dictionary(OutputColumn.Words column) {
    var vector = new VarCharVector("", allocator);
    try {
      vector.allocateNew(column.words().size());
      for (int i = 0; i < column.words().size(); i++) {
        vector.setSafe(i, column.words().get(i).getBytes(StandardCharsets.UTF_8));
      }
      vector.setValueCount(column.words().size());
      return vector;
    } catch (RuntimeException | Error e) {
      vector.close();
      throw e;
    }
  }

  private static ArrowType type(OutputColumn column) {
    return switch (column) {
      case OutputColumn.Doubles _ -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
      case OutputColumn.Ints _, OutputColumn.Words _ -> INT32;
      case OutputColumn.Longs _ -> new ArrowType.Int(64, true);
      case OutputColumn.Booleans _ -> new ArrowType.Bool();
      case OutputColumn.Dates _ -> new ArrowType.Date(DateUnit.DAY);
      case OutputColumn.Instants _ -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC");
    };
  }

  @Override
  public void close() {
    closeDictionaries();
  }

  private void closeDictionaries() {
    for (long id : dictionaries.getDictionaryIds()) {
      dictionaries.lookup(id).getVector().close();
    }
  }
}
