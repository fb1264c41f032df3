package io.lanewise.gan.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts the number line at valleys of the density.
 *
 * <p>The rows in their order are dealt into blocks of at least {@value #LEAST_ROWS} rows, of at
 * least a {@value #MOST_BLOCKS}th of all, and of at least {@value #LEAST_VALUES} distinct values
 * each, so that a comb of frequent values is no row of modes; the density of a block is its rows
 * over its width, where a value counts for at most four times as many rows as those beside it. A
 * block is a valley if a block on either side, no valley lying between, is at least {@value #DEPTH}
 * times as dense; the cut goes through the widest gap at the deepest. Of more valleys than allowed,
 * the deepest are cut.
 *
 * <p>Chance makes no such valley: the density of a block of 64 rows has a relative standard
 * deviation of 0.125, and a valley needs three blocks of which the middle one lies under a quarter
 * of both others. Modes of equal normal distributions are parted from about 4.1 standard deviations
 * on: 2 exp(-d^2/8) = 1/4.
 */
final class StretchCutter {

  static final int LEAST_ROWS = 64;
  static final int MOST_BLOCKS = 128;
  static final int LEAST_VALUES = 8;
  static final int DEPTH = 4;

  private final Distinct values;
  private final List<Integer> firsts = new ArrayList<>();
  private final double[] densities;

  private StretchCutter(Distinct values) {
    this.values = values;
    this.densities = deal();
  }

  /**
   * Where stretches begin, apart from the first, ascending.
   *
   * @param most stretches
   */
  static int[] cuts(Distinct values, int most) {
    List<Valley> valleys = new ArrayList<>();
    StretchCutter cutter = new StretchCutter(values);
    cutter.find(0, cutter.densities.length, valleys);
    return valleys.stream()
        .sorted(Comparator.comparingDouble(Valley::depth).reversed().thenComparing(Valley::cut))
        .limit(most - 1L)
        .mapToInt(Valley::cut)
        .sorted()
        .toArray();
  }

  /**
   * A place to cut at.
   *
   * @param depth how many times as dense the lower of both sides is
   * @param cut the first value behind it
   */
  private record Valley(double depth, int cut) {}

  private double[] deal() {
    int size = values.size();
    double[] rows = new double[size];
    double total = 0;
    for (int i = 0; i < size; i++) {
      rows[i] = Math.min((double) values.counts()[i], DEPTH * Math.max(1, values.meanBeside(i)));
      total += rows[i];
    }
    double wanted = Math.max(LEAST_ROWS, total / MOST_BLOCKS);
    List<Double> masses = new ArrayList<>();
    int first = 0;
    double mass = 0;
    for (int i = 0; i < size; i++) {
      mass += rows[i];
      if (mass >= wanted && i + 1 - first >= LEAST_VALUES) {
        firsts.add(first);
        masses.add(mass);
        first = i + 1;
        mass = 0;
      }
    }
    if (mass > 0 && !masses.isEmpty()) {
      masses.set(masses.size() - 1, masses.getLast() + mass);
    }
    double[] found = new double[masses.size()];
    for (int block = 0; block < found.length; block++) {
      found[block] = masses.get(block) / width(block);
    }
    return found;
  }

  /** From the middle of the gap before a block to the middle of the one behind it. */
  private double width(int block) {
    int first = firsts.get(block);
    int last = last(block);
    Line line = values.line();
    double before = first == 0 ? 0 : line.distance(first - 1, first) / 2;
    double behind = last + 1 == values.size() ? 0 : line.distance(last, last + 1) / 2;
    return before + line.distance(first, last) + behind;
  }

  private int last(int block) {
    return (block + 1 == firsts.size() ? values.size() : firsts.get(block + 1)) - 1;
  }

  private void find(int from, int to, List<Valley> valleys) {
    double[] highestBehind = new double[to - from];
    for (int i = to - 2; i >= from; i--) {
      highestBehind[i - from] = Math.max(highestBehind[i + 1 - from], densities[i + 1]);
    }
    double highestBefore = 0;
    double deepest = 0;
    int valley = -1;
    for (int i = from; i < to; i++) {
      double depth = Math.min(highestBefore, highestBehind[i - from]) / densities[i];
      if (depth > deepest) {
        deepest = depth;
        valley = i;
      }
      highestBefore = Math.max(highestBefore, densities[i]);
    }
    if (deepest >= DEPTH) {
      valleys.add(new Valley(deepest, widestGap(valley)));
      find(from, valley, valleys);
      find(valley + 1, to, valleys);
    }
  }

  /** The value behind the widest gap inside a block or at its ends. */
  private int widestGap(int block) {
    int from = Math.max(1, firsts.get(block));
    int to = Math.min(values.size() - 1, last(block) + 1);
    double widest = -1;
    int behind = from;
    for (int i = from; i <= to; i++) {
      double gap = values.line().distance(i - 1, i);
      if (gap > widest) {
        widest = gap;
        behind = i;
      }
    }
    return behind;
  }

  @Override
  public String toString() {
    return firsts + " " + Arrays.toString(densities);
  }
}
