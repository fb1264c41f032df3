package io.lanewise.profile;

import io.lanewise.column.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joins the symbols of a reference's columns by how often they occur in the real data: in all rows
 * of up to {@value #SAMPLE}, in a sample of more.
 *
 * @param symbols most coarse symbols that occur in the real data
 * @param seed of the hash that samples rows
 * @param threads number of threads
 */
record CoarseningFitter(int symbols, long seed, int threads) {

  /** Rows that are enough to see what is frequent. */
  private static final int SAMPLE = 1 << 14;

  List<Coarsening> fit(Table table, List<ReferenceColumn> columns, int[] positions) {
    RowSample sample = RowSample.of(table.rowCount(), SAMPLE, seed);
    List<CodeSample> samples =
        TableWalk.walk(
            table,
            threads,
            () -> new CodeSample(columns, table.schema(), positions, sample),
            rows -> {});
    List<Coarsening> coarsenings = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      long[] counts = samples.getFirst().counts(i);
      for (CodeSample other : samples.subList(1, samples.size())) {
        long[] more = other.counts(i);
        Arrays.setAll(counts, code -> counts[code] + more[code]);
      }
      coarsenings.add(
          switch (columns.get(i).binning()) {
            case Bins bins -> ofBins(bins, counts);
            case Categories categories -> ofCategories(counts);
          });
    }
    return coarsenings;
  }

  private Coarsening ofBins(Bins bins, long[] counts) {
    boolean somethingMissing = counts[bins.nanCode()] + counts[bins.nullCode()] > 0;
    int most = somethingMissing ? symbols - 1 : Math.max(2, symbols - 1);
    long[] onLine = Arrays.copyOfRange(counts, 0, bins.nanCode());
    // What lies outside of the edges belongs to the bin beside it.
    onLine[1] += onLine[0];
    onLine[bins.binCount()] += onLine[bins.overflowCode()];
    int[] groupOf = MassGroups.of(Arrays.copyOfRange(onLine, 1, bins.overflowCode()), most);
    int groups = groupOf[groupOf.length - 1] + 1;
    byte[] coarse = new byte[counts.length];
    Arrays.fill(coarse, (byte) groups);
    for (int code = 0; code <= bins.overflowCode(); code++) {
      coarse[code] = (byte) groupOf[Math.clamp(code - 1L, 0, groupOf.length - 1)];
    }
    return new Coarsening(coarse, groups + 1);
  }

  private Coarsening ofCategories(long[] counts) {
    int listed = counts.length - 1;
    int[] top =
        IntStream.range(0, listed)
            .filter(code -> counts[code] > 0)
            .boxed()
            // The sort is stable, so equal counts stay in the order of the symbols.
            .sorted(Comparator.comparingLong((Integer code) -> counts[code]).reversed())
            .limit(symbols - 1)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    byte[] coarse = new byte[counts.length];
    Arrays.fill(coarse, (byte) top.length);
    for (int symbol = 0; symbol < top.length; symbol++) {
      coarse[top[symbol]] = (byte) symbol;
    }
    return new Coarsening(coarse, top.length + 1);
  }
}
