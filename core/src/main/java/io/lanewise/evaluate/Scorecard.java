package io.lanewise.evaluate;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How far generated data is from real data.
 *
 * @param realRows rows of the real data
 * @param generatedRows rows of the generated data
 * @param columns scores, in the order of the real data
 * @param notScored columns that could not be scored
 */
public record Scorecard(
    long realRows, long generatedRows, List<ColumnScore> columns, List<NotScored> notScored) {

  private static final double LN_2 = Math.log(2);

  /** Copies the lists. */
  public Scorecard {
    columns = List.copyOf(columns);
    notScored = List.copyOf(notScored);
  }

  /**
   * Mean of 1 - JS in bits over the scored columns, identifiers left out; empty if there is none,
   * or nothing was generated.
   */
  public OptionalDouble columnFidelity() {
    double sum = 0;
    int columnCount = 0;
    for (ColumnScore column : columns) {
      if (!column.identifier() && column.comparison() != null) {
        sum += 1 - column.comparison().js() / LN_2;
        columnCount++;
      }
    }
    return columnCount == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / columnCount);
  }
}
