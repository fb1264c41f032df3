package io.lanewise.profile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Joins the symbols of columns by how often they occur in the real data.
 *
 * @param symbols most coarse symbols that occur in the real data
 */
record CoarseningFitter(int symbols) {

  /**
   * The coarsening of a column.
   *
   * @param binning the column's symbols
   * @param counts how often each code that the binning lists occurs
   */
  Coarsening fit(Binning binning, long[] counts) {
    return switch (binning) {
      case Bins bins -> ofBins(bins, counts);
      case Categories categories -> ofCategories(counts);
    };
  }

  private Coarsening ofBins(Bins bins, long[] counts) {
    boolean somethingMissing = counts[bins.nanCode()] + counts[bins.nullCode()] > 0;
    // Where nothing is missing, one group would leave the pair nothing to tell.
    int most = somethingMissing ? symbols - 1 : Math.max(2, symbols - 1);
    long[] inside = Arrays.copyOfRange(counts, 1, bins.overflowCode());
    // What lies outside of the edges belongs to the bin beside it.
    inside[0] += counts[0];
    inside[inside.length - 1] += counts[bins.overflowCode()];
    int[] groupOf = MassGroups.of(inside, most);
    int missing = groupOf[groupOf.length - 1] + 1;
    byte[] coarse = new byte[counts.length + 1];
    Arrays.fill(coarse, (byte) missing);
    for (int code = 0; code <= bins.overflowCode(); code++) {
      coarse[code] = (byte) groupOf[Math.clamp(code - 1L, 0, groupOf.length - 1)];
    }
    return new Coarsening(coarse, missing + 1);
  }

  private Coarsening ofCategories(long[] counts) {
    int[] top =
        IntStream.range(0, counts.length)
            .filter(code -> counts[code] > 0)
            .boxed()
            // The sort is stable, so equal counts stay in the order of the symbols.
            .sorted(Comparator.comparingLong((Integer code) -> counts[code]).reversed())
            .limit(symbols - 1)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    byte[] coarse = new byte[counts.length + 1];
    Arrays.fill(coarse, (byte) top.length);
    for (int symbol = 0; symbol < top.length; symbol++) {
      coarse[top[symbol]] = (byte) symbol;
    }
    return new Coarsening(coarse, top.length + 1);
  }
}
