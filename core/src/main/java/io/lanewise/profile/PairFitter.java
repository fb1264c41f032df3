package io.lanewise.profile;

import io.lanewise.column.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the pairs of columns that are counted together, and the symbols they are counted in.
 * Columns that look like identifiers are in no pair: nearly every row would be a cell of its own.
 *
 * @param plan what is wanted
 * @param seed of the hash that samples rows
 * @param threads number of threads
 */
record PairFitter(PairPlan plan, long seed, int threads) {

  PairSpace fit(Table table, List<ReferenceColumn> columns, int[] positions, List<ColumnFit> fits) {
    List<ColumnPair> pairs = all(columns);
    if (plan.most() == 0 || pairs.isEmpty()) {
      return PairSpace.NONE;
    }
    CoarseningFitter fitter = new CoarseningFitter(plan.symbolsFor(table.rowCount()));
    List<Coarsening> coarsenings = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Binning binning = columns.get(i).binning();
      coarsenings.add(
          columns.get(i).identifier()
              ? Coarsening.TO_ONE
              : fitter.fit(binning, fits.get(i).codeCounts(binning)));
    }
    PairSpace all = new PairSpace(coarsenings, pairs);
    return pairs.size() <= plan.most()
        ? all
        : new PairChooser(plan.most(), seed, threads).choose(table, columns, positions, all);
  }

  private static List<ColumnPair> all(List<ReferenceColumn> columns) {
    int[] paired =
        IntStream.range(0, columns.size()).filter(i -> !columns.get(i).identifier()).toArray();
    List<ColumnPair> pairs = new ArrayList<>();
    for (int x = 0; x < paired.length; x++) {
      for (int y = x + 1; y < paired.length; y++) {
        pairs.add(new ColumnPair(paired[x], paired[y]));
      }
    }
    return pairs;
  }
}
