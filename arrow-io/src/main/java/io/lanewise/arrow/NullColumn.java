package io.lanewise.arrow;

import io.lanewise.column.Column;
import io.lanewise.column.DictionaryColumn;
import java.util.Arrays;

/** Rows that are all null, with an empty dictionary. */
final class NullColumn extends ArrowColumn implements DictionaryColumn {

  private static final Column NOTHING = TextColumn.of();

  NullColumn(Place place, int length) {
    super(place, length, Validity.ALL);
  }

  @Override
  public Column dictionary() {
    return NOTHING;
  }

  @Override
  public int read(int from, int to, int[] indices, long[] words) {
    int count = checkBlock(from, to, indices.length, words.length);
    Arrays.fill(indices, 0, count, 0);
    Arrays.fill(words, 0, (count + 63) >> 6, 0L);
    return count;
  }
}
