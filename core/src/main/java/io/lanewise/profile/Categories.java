package io.lanewise.profile;

import java.util.Collections;
import java.util.List;

/**
 * Every distinct value is a symbol. The values known to the reference are listed; others that occur
 * are symbols too, until the column holds more than {@value #CAP} distinct values: from then on all
 * values outside this list are counted in {@value SymbolTable#BUCKETS} hash buckets.
 *
 * @param known the reference's values, ascending, without null
 */
public record Categories(List<Symbol> known) implements Binning {

  /** Most values that a reference lists, and most distinct values that are counted one by one. */
  public static final int CAP = 65_536;

  /** Copies the list. */
  public Categories {
    known = List.copyOf(known);
    if (known.size() > CAP) {
      throw new IllegalArgumentException(
          "a reference lists at most " + CAP + " categories, got " + known.size());
    }
  }

  /** Whether the reference lists a value. */
  boolean lists(Symbol value) {
    return Collections.binarySearch(known, value) >= 0;
  }

  @Override
  public int listedCodes() {
    return 1 + known.size();
  }
}
