package io.lanewise.profile;

import io.lanewise.column.Table;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.Entropy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the pairs of columns that are counted together, and the symbols they are counted in.
 * Columns that look like identifiers are in no pair: nearly every row would be a cell of its own.
 *
 * <p>Pairs grow with the square of the columns, so of more than {@value PairPlan#COLUMNS} columns
 * those with the largest entropy are paired: no two columns have more mutual information than
 * either has entropy.
 *
 * @param plan what is wanted
 * @param seed of the hash that samples rows
 * @param threads number of threads
 */
record PairFitter(PairPlan plan, long seed, int threads) {

  PairSpace fit(
      Table table, List<ReferenceColumn> columns, int[] positions, List<ColumnDecision> decisions) {
    int[] paired =
        IntStream.range(0, columns.size()).filter(i -> !columns.get(i).identifier()).toArray();
    if (plan.most() == 0 || paired.length < 2) {
      return PairSpace.NONE;
    }
    CoarseningFitter fitter = new CoarseningFitter(plan.symbolsFor(table.rowCount()));
    List<Coarsening> coarsenings = new ArrayList<>();
    double[] entropies = new double[columns.size()];
    for (int i = 0; i < columns.size(); i++) {
      ColumnDecision decision = decisions.get(i);
      if (decision.identifier()) {
        coarsenings.add(Coarsening.TO_ONE);
        continue;
      }
      long[] counts = decision.codeCounts();
      Coarsening coarsening = fitter.fit(decision.binning(), counts);
      coarsenings.add(coarsening);
      entropies[i] = entropy(coarsening, counts);
    }
    PairSpace all = new PairSpace(coarsenings, pairs(candidates(paired, entropies)));
    return all.pairs().size() <= plan.most()
        ? all
        : new PairChooser(plan.most(), seed, threads).choose(table, columns, positions, all);
  }

  /** Entropy in coarse symbols; of a table without rows, whose counts are all 0, none. */
  private static double entropy(Coarsening coarsening, long[] counts) {
    if (coarsening.symbolCount() == 1) {
      return 0;
    }
    long[] coarse = new long[coarsening.symbolCount()];
    for (int code = 0; code < counts.length; code++) {
      coarse[coarsening.of(code)] += counts[code];
    }
    return Entropy.entropy(coarse, Kernels.scalar());
  }

  /** Those with the largest entropy, ascending; of equals the first. */
  private static int[] candidates(int[] columns, double[] entropies) {
    return IntStream.of(columns)
        .boxed()
        // The sort is stable.
        .sorted(Comparator.comparingDouble((Integer i) -> entropies[i]).reversed())
        .limit(PairPlan.COLUMNS)
        .mapToInt(i -> i)
        .sorted()
        .toArray();
  }

  private static List<ColumnPair> pairs(int[] columns) {
    List<ColumnPair> pairs = new ArrayList<>();
    for (int x = 0; x < columns.length; x++) {
      for (int y = x + 1; y < columns.length; y++) {
        pairs.add(new ColumnPair(columns[x], columns[y]));
      }
    }
    return pairs;
  }
}
