package io.lanewise.kernel;

/**
 * Tells, for any value, which thresholds below it are certain, so that only those near it need to
 * be compared.
 *
 * <p>A value's distance from the first threshold falls into a cell by its exponent and the leading
 * bits of its fraction: cells are fine near the first threshold and grow with the distance, as the
 * gaps between quantiles of skewed data do. The cell is a monotone function of the value, so every
 * threshold in an earlier cell is below it. {@code start} holds their number; at most {@code
 * rounds} thresholds share a cell.
 *
 * @param origin what is subtracted from a value
 * @param shift how many low bits of the distance are dropped
 * @param base number of the first cell
 * @param start per cell, the number of thresholds in earlier cells
 * @param rounds most thresholds in one cell
 */
public record CellTable(double origin, int shift, long base, char[] start, int rounds) {

  /** Powers of two that cells span below the largest distance; smaller distances share a cell. */
  private static final int EXPONENTS = 17;

  private static final int FRACTION_BITS = 52;
  private static final int COARSEST = 3;
  private static final int FINEST = 8;

  /**
   * A table for ascending thresholds, as fine as lets fewest of them share a cell.
   *
   * @param thresholds at least one, at most 65,535; none is NaN
   */
  static CellTable of(double[] thresholds) {
    CellTable best = of(thresholds, COARSEST);
    for (int bits = COARSEST + 1; bits <= FINEST && best.rounds > 1; bits++) {
      CellTable finer = of(thresholds, bits);
      best = finer.rounds < best.rounds ? finer : best;
    }
    return best;
  }

  /** Refuses more thresholds than a cell can count. */
  static void checkCount(int count) {
    if (count > EdgeSearch.MOST) {
      throw new IllegalArgumentException(
          "got " + count + " thresholds, expected at most " + EdgeSearch.MOST);
    }
  }

  private static CellTable of(double[] thresholds, int bits) {
    double origin = thresholds[0];
    int shift = FRACTION_BITS - bits;
    char[] start = new char[EXPONENTS << bits];
    double range = thresholds[thresholds.length - 1] - origin;
    long base = (Double.doubleToRawLongBits(range) >> shift) - (start.length - 1);
    CellTable empty = new CellTable(origin, shift, base, start, 0);
    int rounds = 0;
    int[] inCell = new int[start.length];
    for (double threshold : thresholds) {
      rounds = Math.max(rounds, ++inCell[empty.cell(threshold - origin)]);
    }
    int before = 0;
    for (int cell = 0; cell < start.length; cell++) {
      start[cell] = (char) before;
      before += inCell[cell];
    }
    return new CellTable(origin, shift, base, start, rounds);
  }

  /** The cell of a distance from the origin; negative ones are in the first, NaN anywhere. */
  public int cell(double distance) {
    long cell = (Double.doubleToRawLongBits(distance) >> shift) - base;
    return (int) Math.clamp(cell, 0L, start.length - 1L);
  }
}
