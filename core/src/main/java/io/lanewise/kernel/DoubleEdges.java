package io.lanewise.kernel;

import java.util.Arrays;

/**
 * Ascending thresholds for doubles, ready for an {@link EdgeSearch}. Equal neighbours are allowed.
 */
public final class DoubleEdges {

  private final double[] thresholds;
  private final int count;
  private final CellTable cells;

  /**
   * Prepares thresholds.
   *
   * @param thresholds ascending, none NaN, at most {@value EdgeSearch#MOST}
   * @throws IllegalArgumentException if they do not ascend or are too many
   */
  public DoubleEdges(double[] thresholds) {
    CellTable.checkCount(thresholds.length);
    for (int i = 1; i < thresholds.length; i++) {
      if (!(thresholds[i - 1] <= thresholds[i])) {
        throw new IllegalArgumentException(
            "threshold " + i + " is " + thresholds[i] + ", after " + thresholds[i - 1]);
      }
    }
    this.count = thresholds.length;
    this.thresholds = Arrays.copyOf(thresholds, count + 1);
    // Nothing compares with NaN, so a search that runs past the last threshold stops there.
    this.thresholds[count] = Double.NaN;
    this.cells = CellTable.of(count == 0 ? new double[1] : thresholds);
  }

  /** The thresholds, and one NaN behind them. Not to be changed. */
  public double[] thresholds() {
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
