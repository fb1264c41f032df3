package io.lanewise.arrow;

import io.lanewise.column.Column;
import io.lanewise.column.DictionaryColumn;
import java.lang.foreign.MemorySegment;

/** Indices of any width into a dictionary, checked block by block as they are staged. */
final class IndexColumn extends ArrowColumn implements DictionaryColumn {

  private final IntegerWidth width;
  private final MemorySegment data;
  private final Column dictionary;

  IndexColumn(
      Place place,
      int length,
      Validity validity,
      IntegerWidth width,
      MemorySegment data,
      Column dictionary) {
    super(place, length, validity);
    this.width = width;
    this.data = data;
    this.dictionary = dictionary;
  }

  @Override
  public Column dictionary() {
    return dictionary;
  }

  @Override
  public int read(int from, int to, int[] indices, long[] words) {
    int count = checkBlock(from, to, indices.length, words.length);
    try {
      long[] staged = Scratch.own().longs;
      width.widen(data, from, count, staged);
      int nulls = validity.read(from, count, words);
      if (nulls != 0) {
        clearNulls(count, staged, words);
      }
      long last = dictionary.length() - 1L;
      // An index out of range, above or below, leaves a sign bit. So does index 0 into a
      // dictionary that is empty, which only nulls may have.
      long outside = 0;
      for (int i = 0; i < count; i++) {
        long index = staged[i];
        outside |= index | (last - index);
        indices[i] = (int) index;
      }
      if (outside < 0) {
        checkEach(from, count, nulls, staged, words);
      }
      return nulls;
    } catch (RuntimeException | InternalError e) {
      throw place.failure(e);
    }
  }

  /**
   * Goes from null to null: testing each row's bit takes 1 ns a row, this 0.2 at one null in ten.
   */
  private static void clearNulls(int count, long[] staged, long[] words) {
    for (int start = 0; start < count; start += Long.SIZE) {
      long missing = ~words[start >> 6];
      if (count - start < Long.SIZE) {
        missing &= (1L << (count - start)) - 1;
      }
      for (; missing != 0; missing &= missing - 1) {
        staged[start + Long.numberOfTrailingZeros(missing)] = 0;
      }
    }
  }

  private void checkEach(int from, int count, int nulls, long[] staged, long[] words) {
    for (int i = 0; i < count; i++) {
      boolean inside = staged[i] >= 0 && staged[i] < dictionary.length();
      if (!inside && (nulls == 0 || valid(words, i))) {
        String index =
            width == IntegerWidth.UINT64
                ? Long.toUnsignedString(staged[i])
                : Long.toString(staged[i]);
        throw new MalformedException(
            String.format(
                "row %d has dictionary index %s, expected one in 0..%d",
                from + i, index, dictionary.length() - 1));
      }
    }
  }
}
