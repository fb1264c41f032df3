package io.lanewise.kernel;

import java.util.Arrays;

/**
 * Ascending thresholds for integers, ready for an {@link EdgeSearch}. Equal neighbours are allowed.
 */
public final class LongEdges {

  private final long[] thresholds;
  private final int count;
  private final CellTable cells;

  /**
   * Prepares thresholds.
   *
   * @param thresholds ascending, at most {@value EdgeSearch#MOST}
   * @throws IllegalArgumentException if they do not ascend or are too many
   */
  public LongEdges(long[] thresholds) {
    CellTable.checkCount(thresholds.length);
    for (int i = 1; i < thresholds.length; i++) {
      if (thresholds[i - 1] > thresholds[i]) {
        throw new IllegalArgumentException(
            "threshold " + i + " is " + thresholds[i] + ", after " + thresholds[i - 1]);
      }
    }
    this.count = thresholds.length;
    // Rounding to double keeps the order, which is all that cells need.
    this.cells =
        CellTable.of(
            count == 0 ? new double[1] : Arrays.stream(thresholds).asDoubleStream().toArray());
    // The largest long is not below itself, so it may step over one padding a round.
    this.thresholds = Arrays.copyOf(thresholds, count + cells.rounds());
    Arrays.fill(this.thresholds, count, this.thresholds.length, Long.MAX_VALUE);
  }

  /**
   * The thresholds, and behind them the largest long as often as cells have rounds. Not to be
   * changed.
   */
  public long[] thresholds() {
    return thresholds;
  }

  /** Number of thresholds. */
  public int count() {
    return count;
  }

  /** Where to start looking. */
  public CellTable cells() {
    return cells;
  }
}
