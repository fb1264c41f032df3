package io.lanewise.arrow;

import io.lanewise.column.BytesBlock;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.Column;
import io.lanewise.column.DictionaryColumn;
import io.lanewise.column.DoubleColumn;
import io.lanewise.column.LongColumn;
import io.lanewise.column.WideColumn;
import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A block of rows of a column to write, in whatever form it comes. The values of a dictionary are
 * staged once, as long as batch after batch brings the same one.
 */
final class StagedRows {

  private final double[] doubles = new double[Column.BLOCK];
  private final long[] longs = new long[Column.BLOCK];
  private final BigInteger[] wides = new BigInteger[Column.BLOCK];
  private final BytesBlock block = new BytesBlock();
  private final int[] starts = new int[Column.BLOCK];
  private final int[] positions = new int[Column.BLOCK];
  private final boolean[] missing = new boolean[Column.BLOCK];
  private final long[] validity = new long[Column.VALIDITY_WORDS];

  private @Nullable Column dictionary;
  private @Nullable StagedDictionary staged;
  private boolean encoded;
  private StagedValues values = new StagedValues.Longs(longs);
  private int count;

  /** Number of rows that are staged. */
  int count() {
    return count;
  }

  /** What {@link #position} points into; the same object as long as a dictionary stays the same. */
  StagedValues values() {
    return values;
  }

  /** Whether the values are those of a dictionary, which stay from block to block. */
  boolean encoded() {
    return encoded;
  }

  /** Where the value of a row is, meaningless beside a null. */
  int position(int row) {
    return positions[row];
  }

  boolean isNull(int row) {
    return missing[row];
  }

  /**
   * Stages rows {@code [from, to)}, as many as fit.
   *
   * @return how many: at least one
   */
  int read(Column column, int from, int to) {
    int end = from + Math.min(Column.BLOCK, to - from);
    count = end - from;
    encoded = column instanceof DictionaryColumn;
    int nulls =
        switch (column) {
          case DoubleColumn source -> {
            values = new StagedValues.Doubles(doubles);
            yield source.read(from, end, doubles, validity);
          }
          case LongColumn source -> {
            values = new StagedValues.Longs(longs);
            yield source.read(from, end, longs, validity);
          }
          case WideColumn source -> {
            values = new StagedValues.Wides(wides);
            yield source.read(from, end, wides, validity);
          }
          case BytesColumn source -> readBytes(source, from, end);
          case DictionaryColumn source -> source.read(from, end, positions, validity);
        };
    long[] valid = column instanceof BytesColumn ? block.validity() : validity;
    for (int row = 0; row < count; row++) {
      missing[row] = nulls != 0 && !ArrowColumn.valid(valid, row);
    }
    if (column instanceof DictionaryColumn source) {
      lookUp(source);
    } else {
      for (int row = 0; row < count; row++) {
        positions[row] = row;
      }
    }
    return count;
  }

  /** Keeps only those rows whose values {@code chosen} has not met, nulls left out. */
  void keepNew(Set<Object> met) {
    int kept = 0;
    for (int row = 0; row < count; row++) {
      if (!missing[row] && !met.contains(values.key(positions[row]))) {
        positions[kept] = positions[row];
        missing[kept++] = false;
      }
    }
    count = kept;
  }

  private int readBytes(BytesColumn source, int from, int to) {
    count = source.read(from, to, block);
    starts[0] = 0;
    System.arraycopy(block.ends(), 0, starts, 1, count - 1);
    values = new StagedValues.Spans(block.bytes(), starts, block.ends());
    return block.nulls();
  }

  private void lookUp(DictionaryColumn source) {
    StagedDictionary entries = staged;
    if (entries == null || source.dictionary() != dictionary) {
      dictionary = source.dictionary();
      entries = StagedDictionary.of(source.dictionary());
      staged = entries;
    }
    values = entries.values();
    for (int row = 0; row < count; row++) {
      // Beside a null stands 0, which an empty dictionary does not have.
      missing[row] = missing[row] || entries.missing().get(positions[row]);
    }
  }
}
