package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.RecordBatch;
import org.jspecify.annotations.Nullable;

/**
 * The batches of one input, known from metadata alone, and the dictionaries as they stand for each.
 * Built by {@link FileIndex} and {@link StreamIndex}.
 */
final class InputIndex {

  private final MappedInput input;
  private final MemoryBudget budget;
  private final List<IndexedBatch> batches = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Map<Long, DictionaryVersion> current = new HashMap<>();
  private DictionarySet dictionaries = DictionarySet.EMPTY;
  private boolean dictionariesChanged;
  private @Nullable TableLayout layout;
  private long rowCount;

  InputIndex(MappedInput input, MemoryBudget budget) {
    this.input = input;
    this.budget = budget;
  }

  List<IndexedBatch> batches() {
    return batches;
  }

  List<String> warnings() {
    return warnings;
  }

  /** The layout of the latest schema. */
  TableLayout layout() {
    if (layout == null) {
      throw new MalformedException("a message comes before the schema");
    }
    return layout;
  }

  /** Rows of all batches. */
  long rowCount() {
    return rowCount;
  }

  void warn(String what) {
    warnings.add(input.place().refusal(what).getMessage());
  }

  /** Starts a stream of messages; a further one must bring the same columns. */
  void schema(TableLayout next) {
    if (layout != null) {
      SchemaMatch.check(next.schema(), "a further stream", layout.schema(), "the first");
    }
    layout = next;
    current.clear();
    dictionaries = DictionarySet.EMPTY;
    dictionariesChanged = false;
  }

  /**
   * Adds a dictionary, or to a dictionary.
   *
   * @param replaceable whether the id may have a dictionary already, as it may in a stream
   */
  void dictionary(Frame frame, MemorySegment body, boolean replaceable) {
    DictionaryBatch batch = Frame.dictionaryBatch(frame.message(input.bytes()));
    long id = batch.id();
    TypeLayout value = layout().dictionaries().get(id);
    if (value == null) {
      throw new MalformedException("dictionary " + id + " belongs to no column");
    }
    DictionaryVersion before = current.get(id);
    DictionaryVersion after;
    if (batch.isDelta()) {
      if (before == null) {
        throw new MalformedException("dictionary " + id + " is added to before there is one");
      }
      after = before.chain().extend(frame, body);
    } else if (before != null && !replaceable) {
      throw new MalformedException("dictionary " + id + " occurs twice, which a file forbids");
    } else {
      Place place = input.place().dictionary(id);
      after = new DictionaryChain(place, value, input.bytes(), budget).extend(frame, body);
    }
    current.put(id, after);
    dictionariesChanged = true;
  }

  void recordBatch(Frame frame, MemorySegment body) {
    Place place = input.place().batch(batches.size());
    TableLayout columns = layout();
    IndexedBatch indexed =
        place.guard(
            () -> {
              RecordBatch batch = Frame.recordBatch(frame.message(input.bytes()));
              int rows = rowCount(batch.length());
              return new IndexedBatch(place, columns, frame, body, rows, dictionaries());
            });
    batches.add(indexed);
    rowCount += indexed.rowCount();
  }

  private DictionarySet dictionaries() {
    if (dictionariesChanged) {
      dictionaries = new DictionarySet(current);
      dictionariesChanged = false;
    }
    return dictionaries;
  }

  static int rowCount(long rows) {
    if (rows < 0 || rows > Integer.MAX_VALUE) {
      throw new MalformedException(
          String.format("has %d rows, expected 0 to %d", rows, Integer.MAX_VALUE));
    }
    return (int) rows;
  }
}
