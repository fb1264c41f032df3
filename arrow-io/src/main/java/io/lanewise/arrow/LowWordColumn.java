package io.lanewise.arrow;

import io.lanewise.column.LongColumn;

/** Integers of several words that all fit into their low one. */
final class LowWordColumn extends ArrowColumn implements LongColumn {

  private final WideWords words;

  LowWordColumn(Place place, int length, Validity validity, WideWords words) {
    super(place, length, validity);
    this.words = words;
  }

  @Override
  public int read(int from, int to, long[] values, long[] valid) {
    int count = checkBlock(from, to, values.length, valid.length);
    try {
      long[] staged = Scratch.own().longs;
      words.read(from, count, staged);
      int stride = words.words();
      for (int i = 0; i < count; i++) {
        values[i] = staged[i * stride];
      }
      return validity.read(from, count, valid);
    } catch (RuntimeException | InternalError e) {
      throw place.failure(e);
    }
  }
}
