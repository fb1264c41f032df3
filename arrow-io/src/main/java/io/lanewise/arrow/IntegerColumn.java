package io.lanewise.arrow;

import io.lanewise.column.LongColumn;
import java.lang.foreign.MemorySegment;

/** Integers of any width whose values fit into a long. */
final class IntegerColumn extends ArrowColumn implements LongColumn {

  private final IntegerWidth width;
  private final MemorySegment data;

  IntegerColumn(
      Place place, int length, Validity validity, IntegerWidth width, MemorySegment data) {
    super(place, length, validity);
    this.width = width;
    this.data = data;
  }

  @Override
  public int read(int from, int to, long[] values, long[] words) {
    int count = checkBlock(from, to, values.length, words.length);
    try {
      width.widen(data, from, count, values);
      return validity.read(from, count, words);
    } catch (RuntimeException | InternalError e) {
      throw place.failure(e);
    }
  }
}
