package io.lanewise.arrow;

import java.util.ArrayList;
import java.util.List;

/**
 * The buffers of one column of a batch to write. Rows are added block by block; what does not fit
 * the column's type is refused with its row.
 */
abstract class ColumnEncoder {

  private final boolean nullable;
  private final OutputBuffer validity = new OutputBuffer();
  private int rows;
  private int nulls;

  ColumnEncoder(boolean nullable) {
    this.nullable = nullable;
  }

  /** An encoder of values that lie as {@code storage} says. */
  static ColumnEncoder of(Storage storage, boolean nullable) {
    return switch (storage) {
      case Storage.Integers(IntegerWidth width) -> new IntegerEncoder(width, nullable);
      case Storage.Floats(FloatWidth width) -> new FloatEncoder(width, nullable);
      case Storage.Decimals(int words) -> new DecimalEncoder(words, nullable);
      case Storage.Bits() -> new BitEncoder(nullable);
      case Storage.Offsets(boolean large) -> new SpanEncoder(large, nullable);
      case Storage.Views() -> new ViewEncoder(nullable);
      case Storage.FixedBytes(int width) -> new FixedBytesEncoder(width, nullable);
      case Storage.Nulls() -> new NullEncoder();
      case Storage.Nested() -> throw new IllegalArgumentException("nested columns are not written");
    };
  }

  /**
   * Adds the rows of a block.
   *
   * @param ordinal of its first row in the table, for messages
   */
  final void append(StagedRows block, long ordinal) {
    int count = block.count();
    validity.extend(((rows + (long) count + 7) >> 3) - validity.size());
    for (int i = 0; i < count; i++) {
      if (!isNull(block, i)) {
        validity.setBit(rows + i);
      } else if (nullable) {
        nulls++;
      } else {
        throw new MalformedException(
            "row " + (ordinal + i) + " is null, and the schema declares the column not nullable");
      }
    }
    appendValues(block, ordinal);
    rows += count;
  }

  /** Whether a row is to be written as null. */
  boolean isNull(StagedRows block, int row) {
    return block.isNull(row);
  }

  /** Adds the values, and room for one beside each null. */
  abstract void appendValues(StagedRows block, long ordinal);

  /** The buffers after that of validity. */
  abstract List<OutputBuffer> data();

  /** Buffers beyond those that every column of the type has; -1 where the type has no such. */
  int furtherBuffers() {
    return -1;
  }

  int rows() {
    return rows;
  }

  int nulls() {
    return nulls;
  }

  /** The buffers in the order of the format; that of validity is empty where there is no null. */
  List<OutputBuffer> buffers() {
    if (nulls == 0) {
      validity.clear();
    }
    List<OutputBuffer> all = new ArrayList<>();
    all.add(validity);
    all.addAll(data());
    return all;
  }

  /** Starts the next batch. */
  void clear() {
    rows = 0;
    nulls = 0;
    validity.clear();
    data().forEach(OutputBuffer::clear);
  }

  static MalformedException misfit(long row, String value, String expected) {
    return new MalformedException("row " + row + " has " + value + ", expected " + expected);
  }

  /** For a batch whose columns say one type and come in the form of another. */
  static IllegalArgumentException wrongForm(StagedValues values, String expected) {
    return new IllegalArgumentException(
        "values come as " + values.getClass().getSimpleName() + ", expected " + expected);
  }
}
