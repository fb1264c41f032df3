package io.lanewise.gan.codec;

import io.lanewise.gan.codec.NumberRows.Kind;

/**
 * Numbers the distinct values of an ordered column as they come, as {@link RowCodes} wants them:
 * open addressing without boxes, for every value of a fit passes here. One thread.
 */
final class NumberNames {

  /** A quarter of them is used at most. */
  private static final int SLOT_BITS = 11;

  private final boolean floating;
  private final long[] keys = new long[1 << SLOT_BITS];

  /** The code of a key, 0 where a slot is empty: numbers have none below the first value's. */
  private final int[] codes = new int[1 << SLOT_BITS];

  private final NumberRows values = new NumberRows(RowCodes.END);
  private int end = RowCodes.FIRST_VALUE;

  /** No values yet; of floating-point numbers or of stored integers. */
  NumberNames(boolean floating) {
    this.floating = floating;
    values.put(RowCodes.NULL, Kind.NULL);
    values.put(RowCodes.NAN, Kind.NAN);
    values.put(RowCodes.POSITIVE_INFINITY, Kind.POSITIVE_INFINITY);
    values.put(RowCodes.NEGATIVE_INFINITY, Kind.NEGATIVE_INFINITY);
  }

  /** What the codes stand for. */
  NumberRows values() {
    return values;
  }

  /** The code of a value; {@link RowCodes#END} if there are too many, or it needs over 64 bits. */
  int code(NumberRows rows, int row) {
    return switch (rows.kind(row)) {
      case NULL -> RowCodes.NULL;
      case NAN -> RowCodes.NAN;
      case POSITIVE_INFINITY -> RowCodes.POSITIVE_INFINITY;
      case NEGATIVE_INFINITY -> RowCodes.NEGATIVE_INFINITY;
      case WIDE -> floating ? code(rows.asDouble(row), rows, row) : RowCodes.END;
      case DOUBLE, LONG ->
          floating ? code(rows.asDouble(row), rows, row) : code(rows.asLong(row), rows, row);
    };
  }

  private int code(double value, NumberRows rows, int row) {
    return code(Double.doubleToLongBits(value), rows, row);
  }

  private int code(long key, NumberRows rows, int row) {
    int slot = (Long.hashCode(key) * 0x9E3779B9) >>> (Integer.SIZE - SLOT_BITS);
    while (codes[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) % codes.length;
    }
    if (codes[slot] == 0) {
      if (end == RowCodes.END) {
        return RowCodes.END;
      }
      keys[slot] = key;
      codes[slot] = end;
      values.copy(end++, rows, row);
    }
    return codes[slot];
  }
}
