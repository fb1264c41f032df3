package io.lanewise.gan.codec;

import io.lanewise.column.BytesBlock;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.Column;
import io.lanewise.column.DictionaryColumn;
import io.lanewise.column.DoubleColumn;
import io.lanewise.column.LongColumn;
import io.lanewise.column.WideColumn;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Reads blocks of columns of byte strings as the numbers of their words. One thread. */
final class WordReader {

  /** What a null is read as. */
  static final int NULL = -1;

  private static final int UNREAD = -2;

  private final ToIntFunction<Word> numbers;
  private final BytesBlock strings = new BytesBlock();
  private final long[] validity = new long[Column.VALIDITY_WORDS];
  private @Nullable Column dictionary;
  private int[] ofEntries = new int[0];

  /**
   * A reader.
   *
   * @param numbers of the words, from 0; asked once for every entry of a dictionary that a row uses
   */
  WordReader(ToIntFunction<Word> numbers) {
    this.numbers = numbers;
  }

  /** Reads the rows {@code [from, to)}, at most a block. */
  void read(Column column, int from, int to, int[] read) {
    switch (column) {
      case BytesColumn values -> readBytes(values, from, to, read);
      case DictionaryColumn values -> readDictionary(values, from, to, read);
      case DoubleColumn _, LongColumn _, WideColumn _ ->
          throw new IllegalArgumentException("numbers in a column of words: " + column);
    }
  }

  private void readBytes(BytesColumn column, int from, int to, int[] read) {
    for (int row = from; row < to; ) {
      int rows = column.read(row, to, strings);
      int start = 0;
      for (int i = 0; i < rows; i++) {
        int end = strings.ends()[i];
        boolean isNull = strings.nulls() > 0 && !isValid(strings.validity(), i);
        read[row - from + i] =
            isNull ? NULL : numbers.applyAsInt(Word.of(strings.bytes(), start, end));
        start = end;
      }
      row += rows;
    }
  }

  private void readDictionary(DictionaryColumn column, int from, int to, int[] read) {
    Column values = column.dictionary();
    if (dictionary != values) {
      dictionary = values;
      ofEntries = new int[values.length()];
      Arrays.fill(ofEntries, UNREAD);
    }
    int nulls = column.read(from, to, read, validity);
    for (int i = 0; i < to - from; i++) {
      boolean isNull = ofEntries.length == 0 || (nulls > 0 && !isValid(validity, i));
      read[i] = isNull ? NULL : entry(values, read[i]);
    }
  }

  private int entry(Column values, int index) {
    if (ofEntries[index] == UNREAD) {
      int[] one = new int[1];
      new WordReader(numbers).read(values, index, index + 1, one);
      ofEntries[index] = one[0];
    }
    return ofEntries[index];
  }

  private static boolean isValid(long[] validity, int row) {
    return (validity[row / Long.SIZE] >>> row & 1) != 0;
  }
}
