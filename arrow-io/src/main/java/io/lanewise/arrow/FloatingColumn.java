package io.lanewise.arrow;

import io.lanewise.column.DoubleColumn;
import java.lang.foreign.MemorySegment;

/** Floating-point values of any width. */
final class FloatingColumn extends ArrowColumn implements DoubleColumn {

  private final FloatWidth width;
  private final MemorySegment data;

  FloatingColumn(Place place, int length, Validity validity, FloatWidth width, MemorySegment data) {
    super(place, length, validity);
    this.width = width;
    this.data = data;
  }

  @Override
  public int read(int from, int to, double[] values, long[] words) {
    int count = checkBlock(from, to, values.length, words.length);
    try {
      width.widen(data, from, count, values);
      return validity.read(from, count, words);
    } catch (RuntimeException | InternalError e) {
      throw place.failure(e);
    }
  }
}
