package io.lanewise.profile;

import java.util.List;

/**
 * The symbols in which columns are counted together.
 *
 * @param coarsenings for each reference column, how its symbols are joined; empty if there are no
 *     pairs
 * @param pairs which columns are counted together, ascending
 */
public record PairSpace(List<Coarsening> coarsenings, List<ColumnPair> pairs) {

  /** No pairs. */
  public static final PairSpace NONE = new PairSpace(List.of(), List.of());

  /**
   * Copies the lists and checks that the pairs ascend, and are of columns that have coarsenings.
   */
  public PairSpace {
    coarsenings = List.copyOf(coarsenings);
    pairs = List.copyOf(pairs);
    ColumnPair before = null;
    for (ColumnPair pair : pairs) {
      if (before != null && before.compareTo(pair) >= 0) {
        throw new IllegalArgumentException(pair + " after " + before + ", expected a later one");
      }
      before = pair;
      if (pair.y() >= coarsenings.size()) {
        throw new IllegalArgumentException(
            pair + " of " + coarsenings.size() + " coarsened columns");
      }
    }
  }

  /** How the first column of a pair is coded. */
  public Coarsening x(ColumnPair pair) {
    return coarsenings.get(pair.x());
  }

  /** How the second column of a pair is coded. */
  public Coarsening y(ColumnPair pair) {
    return coarsenings.get(pair.y());
  }
}
