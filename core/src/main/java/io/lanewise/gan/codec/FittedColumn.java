package io.lanewise.gan.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A column of the reference, as a codec has it and as it was.
 *
 * @param codec fitted to it
 * @param rows its rows
 * @param symbols for each code of the rows the codec's symbol, -1 if it has none for the value, or
 *     the value does not occur; null if the rows are given up
 */
@SuppressWarnings("ArrayRecordComponent") // held by one fit, never compared
record FittedColumn(ValueCodec codec, RowCodes rows, int @Nullable [] symbols) {

  /** Whether all values are symbols, and there are several. */
  boolean isCoded() {
    if (symbols == null || rows.distinct() < 2) {
      return false;
    }
    for (int code = 0; code < symbols.length; code++) {
      if (rows.occurs(code) && symbols[code] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether every row comes back from floats, as a symbol that occurs. */
  boolean comesBack() {
    return isCoded() && codec.isTold() && rows.distinct() == codec.symbolCount();
  }

  /** Whether a value is a choice and nothing else. */
  boolean isOfChoicesAlone() {
    return codec.choices().stream().noneMatch(RowLayout.Choice::hasPosition);
  }

  /**
   * The symbols of a column that is a function of this one.
   *
   * @return for each symbol of this one that of the other; null if it is none
   */
  int @Nullable [] toSymbolsOf(FittedColumn other) {
    int[] codes = rows.toCodesOf(other.rows);
    if (codes == null || symbols == null || other.symbols == null) {
      return null;
    }
    int[] found = new int[codec.symbolCount()];
    Arrays.fill(found, -1);
    for (int code = 0; code < codes.length; code++) {
      if (codes[code] >= 0) {
        found[symbols[code]] = other.symbols[codes[code]];
      }
    }
    return found;
  }
}
