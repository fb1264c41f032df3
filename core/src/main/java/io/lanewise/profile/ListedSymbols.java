package io.lanewise.profile;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is left of a column's symbols when rare values are no longer listed.
 *
 * @param binning the symbols that are left
 * @param codes their codes before, ascending
 */
record ListedSymbols(Binning binning, int[] codes) {

  /**
   * A column's coarse symbols after that.
   *
   * @param coarsening over the codes that are left
   * @param symbols for each coarse symbol before, which one it is now
   */
  record Renamed(Coarsening coarsening, int[] symbols) {}

  /** The symbols that occur at least so often, and null; all symbols of bins. */
  static ListedSymbols of(Binning binning, Counts counts, long least) {
    if (binning instanceof Categories categories && counts instanceof CategoryCounts values) {
      int[] codes =
          IntStream.range(0, categories.listedCodes())
              .filter(
                  code ->
                      code == 0
                          || values.symbols().getOrDefault(categories.known().get(code - 1), 0L)
                              >= least)
              .toArray();
      return new ListedSymbols(
          new Categories(
              Arrays.stream(codes)
                  .skip(1)
                  .mapToObj(code -> categories.known().get(code - 1))
                  .toList()),
          codes);
    }
    return new ListedSymbols(binning, IntStream.range(0, binning.listedCodes()).toArray());
  }

  /** A coarse symbol whose only value is gone counts with the last, which takes all the rest. */
  Renamed rename(Coarsening before) {
    int last = before.lastSymbol();
    if (binning instanceof Bins || last == 0) {
      return new Renamed(before, IntStream.rangeClosed(0, last).toArray());
    }
    int[] symbols = new int[last + 1];
    Arrays.fill(symbols, -1);
    int kept = 0;
    for (int code : codes) {
      int symbol = before.of(code);
      if (symbol < last) {
        symbols[symbol] = kept++;
      }
    }
    for (int symbol = 0; symbol <= last; symbol++) {
      symbols[symbol] = symbols[symbol] < 0 ? kept : symbols[symbol];
    }
    if (kept == 0) {
      return new Renamed(Coarsening.TO_ONE, symbols);
    }
    byte[] coarse = new byte[codes.length + 1];
    for (int i = 0; i < codes.length; i++) {
      coarse[i] = (byte) symbols[before.of(codes[i])];
    }
    coarse[codes.length] = (byte) kept;
    return new Renamed(new Coarsening(coarse, kept + 1), symbols);
  }
}
