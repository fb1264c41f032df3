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
    // A symbol is kept for what lies outside. One group would leave the pair nothing to tell.
    int most = Math.max(2, symbols - 2);
    if (somethingMissing) {
      most = Math.min(most, symbols - 1);
    }
    long[] inside = Arrays.copyOfRange(counts, 1, bins.overflowCode());
    inside[0] += counts[0];
    inside[inside.length - 1] += counts[bins.overflowCode()];
    int[] groupOf = MassGroups.of(inside, most);
    int missing = groupOf[groupOf.length - 1] + 1;
    int outside = missing + 1;
    byte[] coarse = new byte[counts.length + 1];
    Arrays.fill(coarse, (byte) outside);
    for (int bin = 0; bin < groupOf.length; bin++) {
      coarse[bin + 1] = (byte) groupOf[bin];
    }
    // Where given edges leave real values outside, these count with the bin beside them.
    if (counts[0] > 0) {
      coarse[0] = 0;
    }
    if (counts[bins.overflowCode()] > 0) {
      coarse[bins.overflowCode()] = (byte) (missing - 1);
    }
    coarse[bins.nanCode()] = (byte) missing;
    coarse[bins.nullCode()] = (byte) missing;
    return new Coarsening(coarse, outside + 1);
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
    if (top.length == 0) {
      return Coarsening.TO_ONE;
    }
    byte[] coarse = new byte[counts.length + 1];
    Arrays.fill(coarse, (byte) top.length);
    for (int symbol = 0; symbol < top.length; symbol++) {
      coarse[top[symbol]] = (byte) symbol;
    }
    return new Coarsening(coarse, top.length + 1);
  }
}
