package io.lanewise.arrow;

import io.lanewise.column.Column;
import io.lanewise.column.DictionaryColumn;
import java.lang.foreign.MemorySegment;

/** Bits, as indices into the dictionary {@code false, true}. */
final class BooleanColumn extends ArrowColumn implements DictionaryColumn {

  private static final Column FALSE_TRUE = TextColumn.of("false", "true");

  private final MemorySegment bits;

  BooleanColumn(Place place, int length, Validity validity, MemorySegment bits) {
    super(place, length, validity);
    this.bits = bits;
  }

  @Override
  public Column dictionary() {
    return FALSE_TRUE;
  }

  @Override
  public int read(int from, int to, int[] indices, long[] words) {
    int count = checkBlock(from, to, indices.length, words.length);
    try {
      int nulls = validity.read(from, count, words);
      for (int start = 0; start < count; start += Long.SIZE) {
        int here = Math.min(Long.SIZE, count - start);
        long word = Validity.word(bits, (long) from + start, here);
        if (nulls != 0) {
          word &= words[start >> 6];
        }
        for (int i = 0; i < here; i++) {
          indices[start + i] = (int) (word >>> i & 1);
        }
      }
      return nulls;
    } catch (RuntimeException | InternalError e) {
      throw place.failure(e);
    }
  }
}
