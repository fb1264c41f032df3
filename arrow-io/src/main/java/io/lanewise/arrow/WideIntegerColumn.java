package io.lanewise.arrow;

import io.lanewise.column.WideColumn;
import java.math.BigInteger;

/** Integers of which at least one does not fit into a long. */
final class WideIntegerColumn extends ArrowColumn implements WideColumn {

  private final WideWords words;

  WideIntegerColumn(Place place, int length, Validity validity, WideWords words) {
    super(place, length, validity);
    this.words = words;
  }

  @Override
  public int read(int from, int to, BigInteger[] values, long[] valid) {
    int count = checkBlock(from, to, values.length, valid.length);
    try {
      long[] staged = Scratch.own().longs;
      words.read(from, count, staged);
      int nulls = validity.read(from, count, valid);
      for (int i = 0; i < count; i++) {
        values[i] = nulls == 0 || valid(valid, i) ? words.value(staged, i) : BigInteger.ZERO;
      }
      return nulls;
    } catch (RuntimeException | InternalError | OutOfMemoryError e) {
      throw place.failure(e);
    }
  }
}
