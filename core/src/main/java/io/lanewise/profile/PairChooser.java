package io.lanewise.profile;

import io.lanewise.column.Table;
import io.lanewise.measure.EntropyEstimator;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the pairs of columns that depend on each other most: those with the largest mutual
 * information, corrected by Miller and Madow, in a sample of the real rows; equals in the order of
 * the columns.
 *
 * @param most number of pairs to choose
 * @param seed of the hash that samples rows
 * @param threads number of threads
 */
record PairChooser(int most, long seed, int threads) {

  /** Rows looked at: enough to find the strong pairs. */
  private static final int SAMPLE = 1 << 12;

  /** The pairs to count, of all pairs of a space. */
  PairSpace choose(Table table, List<ReferenceColumn> columns, int[] positions, PairSpace all) {
    RowSample sample = RowSample.of(table.rowCount(), SAMPLE, seed);
    List<SymbolSample> samples =
        TableWalk.walk(
            table,
            threads,
            () -> new SymbolSample(columns, table.schema(), positions, all.coarsenings(), sample),
            rows -> {});
    List<ColumnPair> pairs = all.pairs();
    double[] information = new double[pairs.size()];
    for (int i = 0; i < information.length; i++) {
      ColumnPair pair = pairs.get(i);
      int rows = all.x(pair).symbolCount();
      int width = all.y(pair).symbolCount();
      long[] counts = new long[rows * width];
      samples.forEach(part -> part.count(pair, width, counts));
      information[i] = EntropyEstimator.MILLER_MADOW.mutualInformation(counts, rows, width);
    }
    List<ColumnPair> chosen =
        IntStream.range(0, information.length)
            .boxed()
            // The sort is stable, so equals stay in the order of the columns.
            .sorted(Comparator.comparingDouble((Integer i) -> information[i]).reversed())
            .limit(most)
            .sorted()
            .map(pairs::get)
            .toList();
    return new PairSpace(all.coarsenings(), chosen);
  }
}
