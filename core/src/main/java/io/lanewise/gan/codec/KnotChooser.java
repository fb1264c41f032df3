package io.lanewise.gan.codec;

import java.util.Arrays;

/**
 * Chooses the knots of one stretch after the other.
 *
 * <p>Row k of n in a stretch, from 0, is at rank (k + 1/2)/n, and a rank r at the position 2r - 1.
 * Up to the most knots, every distinct value is one; of more, those are that hold the rows at
 * equally spaced ranks, the first and the last among them. A knot owns the positions between its
 * first and its last row. Where no more than half of the values are distinct and all are knots, the
 * values are taken for all there is: neighbours meet half-way between their rows, and nothing is
 * ever interpolated.
 */
final class KnotChooser {

  private final Distinct values;
  private final int most;
  private int[] chosen = new int[16];
  private float[] low = new float[16];
  private float[] high = new float[16];
  private int size;

  KnotChooser(Distinct values, int most) {
    this.values = values;
    this.most = most;
  }

  int size() {
    return size;
  }

  /** Adds the knots of the stretch of the values {@code [from, to)}. */
  void choose(int from, int to) {
    long rows = 0;
    for (int i = from; i < to; i++) {
      rows += values.counts()[i];
    }
    int distinct = to - from;
    boolean all = distinct <= most;
    double margin = all && 2L * distinct <= rows ? 0 : 0.5;
    long before = 0;
    long wanted = 0;
    for (int i = from; i < to; i++) {
      long behind = before + values.counts()[i];
      if (all || behind > rank(wanted, rows)) {
        add(
            i,
            (float) (2 * ((before + margin) / rows) - 1),
            (float) (2 * ((behind - margin) / rows) - 1));
        while (wanted < most && rank(wanted, rows) < behind) {
          wanted++;
        }
      }
      before = behind;
    }
  }

  /** The row at the {@code index}th of equally spaced ranks. */
  private long rank(long index, long rows) {
    return Math.round((double) index / (most - 1) * (rows - 1));
  }

  private void add(int index, float lowest, float highest) {
    if (size == chosen.length) {
      chosen = Arrays.copyOf(chosen, 2 * size);
      low = Arrays.copyOf(low, 2 * size);
      high = Arrays.copyOf(high, 2 * size);
    }
    chosen[size] = index;
    low[size] = lowest;
    high[size++] = highest;
  }

  Stretches stretches(int[] ends) {
    return new Stretches(
        values.line().select(Arrays.copyOf(chosen, size)),
        ends,
        Arrays.copyOf(low, size),
        Arrays.copyOf(high, size));
  }
}
