package io.lanewise.evaluate;

import java.util.List;

/**
 * How far generated data is from real data.
 *
 * @param realRows rows of the real data
 * @param generatedRows rows of the generated data
 * @param columns scores of columns, in the order of the real data
 * @param pairs scores of pairs of them, in their order
 * @param notScored columns that could not be scored
 */
public record Scorecard(
    long realRows,
    long generatedRows,
    List<ColumnScore> columns,
    List<PairScore> pairs,
    List<NotScored> notScored) {

  /** Copies the lists. */
  public Scorecard {
    columns = List.copyOf(columns);
    pairs = List.copyOf(pairs);
    notScored = List.copyOf(notScored);
  }

  /** The scores in a few numbers. */
  public Summary summary() {
    return Summary.of(columns, pairs);
  }
}
