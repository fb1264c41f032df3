package io.lanewise.profile;

import io.lanewise.column.BytesBlock;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnType;
import io.lanewise.column.DictionaryColumn;
import java.math.BigInteger;

/** The distinct values of one column over all its rows: a few of them exactly, many by estimate. */
final class ColumnDistinct implements NumberReader.Sink {

  private final boolean ordered;
  private final boolean estimates;
  private final DistinctValues values;
  private final DistinctEstimate estimate = new DistinctEstimate();
  private final NumberReader numbers;
  private final BytesBlock strings;
  private final int[] indices;
  private final long[] validity;

  /**
   * An empty collection.
   *
   * @param most how many distinct values are kept exactly
   * @param estimates whether many distinct values are to be estimated
   * @param scratch the thread's
   */
  ColumnDistinct(ColumnType type, int most, boolean estimates, BlockScratch scratch) {
    this.ordered = type.family().ordered();
    this.estimates = estimates;
    this.values = new DistinctValues(most);
    this.numbers = new NumberReader(scratch);
    this.strings = scratch.strings;
    this.indices = scratch.indices;
    this.validity = scratch.validity;
  }

  DistinctValues values() {
    return values;
  }

  /** Whether {@link #estimate()} says anything. */
  boolean estimates() {
    return estimates;
  }

  DistinctEstimate estimate() {
    return estimate;
  }

  void accept(Column column, int from, int to) {
    if (ordered) {
      if (estimates || !values.tooMany()) {
        numbers.read(column, from, to, this);
      }
    } else {
      hash(column, from, to);
    }
  }

  @Override
  public void accept(long key) {
    values.accept(key);
    if (estimates) {
      estimate.accept(key);
    }
  }

  @Override
  public void accept(BigInteger stored) {
    values.accept(stored);
    if (estimates) {
      estimate.accept(stored);
    }
  }

  private void hash(Column column, int from, int to) {
    if (column instanceof DictionaryColumn dictionary) {
      int nulls = dictionary.read(from, to, indices, validity);
      for (int i = 0; i < to - from; i++) {
        if (nulls == 0 || NullBits.isValid(validity, i)) {
          hash(dictionary.dictionary(), indices[i], indices[i] + 1);
        }
      }
    } else if (column instanceof BytesColumn bytes) {
      for (int row = from; row < to; ) {
        int rows = bytes.read(row, to, strings);
        hashStaged(rows);
        row += rows;
      }
    } else {
      throw new IllegalStateException("neither ordered nor byte strings: " + column);
    }
  }

  private void hashStaged(int rows) {
    int start = 0;
    for (int i = 0; i < rows; i++) {
      int end = strings.ends()[i];
      if (strings.nulls() == 0 || NullBits.isValid(strings.validity(), i)) {
        estimate.addHash(SymbolHash.of(Symbol.TAG_TEXT, strings.bytes(), start, end));
      }
      start = end;
    }
  }

  void addAll(ColumnDistinct other) {
    values.addAll(other.values);
    estimate.addAll(other.estimate);
  }
}
