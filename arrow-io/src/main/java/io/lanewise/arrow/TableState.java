package io.lanewise.arrow;

import java.util.HashMap;
import java.util.Map;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.jspecify.annotations.Nullable;

/** Columns and dictionaries as they stand between two messages. */
final class TableState {

  /** Most rows of an input that take no bytes: all of its columns may be of type null. */
  private static final int MOST_EMPTY_ROWS = 1 << 24;

  private final Place place;
  private final MemoryBudget budget;
  private final Map<Long, DictionaryVersion> current = new HashMap<>();
  private DictionarySet dictionaries = DictionarySet.EMPTY;
  private boolean dictionariesChanged;
  private @Nullable TableLayout layout;
  private int batches;
  private long rowCount;
  private long emptyRows;

  TableState(Place place, MemoryBudget budget) {
    this.place = place;
    this.budget = budget;
  }

  /** Whether there was a schema. */
  boolean hasSchema() {
    return layout != null;
  }

  /** The layout of the latest schema. */
  TableLayout layout() {
    if (layout == null) {
      throw new MalformedException("a message comes before the schema");
    }
    return layout;
  }

  /** Rows of all batches so far. */
  long rowCount() {
    return rowCount;
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
   * Adds a dictionary, or to a dictionary. The message's memory stays in use.
   *
   * @param replaceable whether the id may have a dictionary already, as it may in a stream
   */
  void dictionary(IpcMessage message, boolean replaceable) {
    DictionaryBatch batch = message.dictionaryBatch();
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
      after = before.chain().extend(message);
    } else if (before != null && !replaceable) {
      throw new MalformedException("dictionary " + id + " occurs twice, which a file forbids");
    } else {
      after = new DictionaryChain(place.dictionary(id), value, budget).extend(message);
    }
    current.put(id, after);
    dictionariesChanged = true;
  }

  /** The next batch. */
  IndexedBatch recordBatch(IpcMessage message) {
    Place batch = place.batch(batches);
    TableLayout columns = layout();
    IndexedBatch indexed =
        batch.guard(
            () -> {
              int rows = rowCount(message.recordBatch().length());
              checkBacked(rows, message);
              return new IndexedBatch(batch, columns, message, rows, dictionaries());
            });
    batches++;
    rowCount += indexed.rowCount();
    return indexed;
  }

  /** The dictionaries as they stand now. */
  DictionarySet dictionaries() {
    if (dictionariesChanged) {
      dictionaries = new DictionarySet(current);
      dictionariesChanged = false;
    }
    return dictionaries;
  }

  /**
   * Checks that there are bytes for rows, a bit for each at least. Else a file of 256 bytes, or a
   * stream of many batches of as many, might keep its reader busy for as long as it likes, with
   * rows that are all null.
   */
  private void checkBacked(int rows, IpcMessage message) {
    long bytes = message.body().byteSize();
    long ratio = message.recordBatch().compression() == null ? 1 : ZstdCodec.HIGHEST_RATIO;
    emptyRows += Math.max(0, rows - bytes * Byte.SIZE * ratio);
    if (emptyRows > MOST_EMPTY_ROWS) {
      throw new MalformedException(
          String.format(
              "has %d rows in %d bytes: so far %d rows have less than a bit each, expected at most"
                  + " %d",
              rows, bytes, emptyRows, MOST_EMPTY_ROWS));
    }
  }

  static int rowCount(long rows) {
    if (rows < 0 || rows > Integer.MAX_VALUE) {
      throw new MalformedException(
          String.format("has %d rows, expected 0 to %d", rows, Integer.MAX_VALUE));
    }
    return (int) rows;
  }
}
