package io.lanewise.profile;

import java.util.Arrays;

/**
 * Joins the symbols of a column into a few, in which it is counted together with other columns.
 *
 * <p>Coarse symbols are unions of the column's own, so what a pair of columns tells about each
 * other in them is a lower bound of what they tell in full. Of bins, neighbours are joined; then
 * come null and NaN as one symbol, and last the values outside of the edges, unless the real data
 * has such: these count with the bin beside them. Of categories, the most frequent stay alone, and
 * the last coarse symbol is everything else.
 */
public final class Coarsening {

  /** Fewest symbols that can be asked for. */
  public static final int LEAST = 2;

  /** Most symbols that can be asked for. */
  public static final int MOST = 64;

  /** One symbol for all, of a column that is in no pair. */
  static final Coarsening TO_ONE = new Coarsening(new byte[1], 1);

  private final byte[] coarse;
  private final int symbolCount;

  /**
   * A coarsening by table.
   *
   * @param coarse coarse code of each code that the reference lists, and behind them one entry for
   *     all codes beyond
   * @param symbolCount number of coarse symbols
   */
  Coarsening(byte[] coarse, int symbolCount) {
    this.coarse = coarse.clone();
    this.symbolCount = symbolCount;
  }

  /** The coarse symbol of each code that the reference lists, and of all codes beyond. */
  byte[] table() {
    return coarse.clone();
  }

  /**
   * Whether symbols are joined in the way that the class describes, which names of coarse symbols
   * rely on.
   */
  boolean fits(Binning binning) {
    if (symbolCount == 1) {
      return true;
    }
    return switch (binning) {
      case Bins bins -> fitsBins(bins);
      case Categories categories -> fitsCategories();
    };
  }

  private boolean fitsBins(Bins bins) {
    int outside = symbolCount - 1;
    int missing = symbolCount - 2;
    boolean ascending = coarse[1] == 0;
    for (int code = 2; code <= bins.binCount(); code++) {
      int step = coarse[code] - coarse[code - 1];
      ascending &= step == 0 || step == 1;
    }
    int below = coarse[0];
    int above = coarse[bins.overflowCode()];
    return ascending
        && coarse[bins.binCount()] == missing - 1
        && (below == 0 || below == outside)
        && (above == missing - 1 || above == outside)
        && coarse[bins.nanCode()] == missing
        && coarse[bins.nullCode()] == missing
        && coarse[coarse.length - 1] == outside;
  }

  private boolean fitsCategories() {
    int alone = 0;
    for (byte symbol : coarse) {
      if (symbol != lastSymbol()) {
        if (symbol != alone) {
          return false;
        }
        alone++;
      }
    }
    return alone == lastSymbol() && coarse[coarse.length - 1] == lastSymbol();
  }

  /** Number of coarse symbols, whether they occur or not. */
  public int symbolCount() {
    return symbolCount;
  }

  /** The coarse symbol that takes what has no other. */
  public int lastSymbol() {
    return symbolCount - 1;
  }

  /** Coarse symbol of a code, that of a bin or of a category in the reference's order. */
  public int of(int code) {
    return coarse[Math.min(code, coarse.length - 1)];
  }

  /** Coarse symbols of a block of codes, written from {@code offset} on. */
  void apply(int[] codes, int length, byte[] symbols, int offset) {
    byte[] table = coarse;
    int beyond = table.length - 1;
    for (int i = 0; i < length; i++) {
      symbols[offset + i] = table[Math.min(codes[i], beyond)];
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Coarsening that
        && symbolCount == that.symbolCount
        && Arrays.equals(coarse, that.coarse);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(coarse);
  }

  @Override
  public String toString() {
    return symbolCount + " symbols: " + Arrays.toString(coarse);
  }
}
