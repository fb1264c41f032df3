package io.lanewise.profile;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the edges of an ordered column from the values of the real data.
 *
 * <p>Few distinct values: each becomes a symbol. Otherwise bins of equal mass, as many as the rows
 * support: K = min(most, floor(2 n<sup>2/5</sup>)), the number of equiprobable classes at which
 * Pearson's test has most power (Mann and Wald 1942, with the constant 2 of D'Agostino and Stephens
 * 1986, section 3.2), so that the noise of the score stays small against what it can see. A value
 * that holds more than 1/K of the mass gets a bin of its own: equal-mass edges would hide it.
 */
final class EdgeFitter {

  private EdgeFitter() {}

  /** Number of equal-mass bins that n rows support. */
  static int binsFor(long n, int most) {
    return Math.clamp((long) Math.floor(2 * Math.pow((double) n, 0.4)), 2, most);
  }

  /**
   * Whether every distinct value becomes a symbol: when there are at most {@code most}. Of
   * floating-point values, each must also occur twice on average: a small sample of a continuous
   * quantity has few values, but none that comes back.
   */
  static boolean isEachValue(int distinct, long n, ColumnType type, int most) {
    return distinct <= most && (type.family() != Family.FLOATING || 2L * distinct <= n);
  }

  /** The inner edges of bins that hold one value each, and of the gaps between them. */
  static List<BigDecimal> eachValue(ValueRuns runs, ColumnType type) {
    Edges edges = new Edges(type);
    for (int run = 0; run < runs.size(); run++) {
      edges.alone(runs.value(run));
    }
    return edges.closedAt(runs.value(runs.size() - 1));
  }

  /**
   * The inner edges of bins of equal mass.
   *
   * @param runs the distinct values and their counts; at least one
   * @param most most bins
   */
  static List<BigDecimal> equalMass(ValueRuns runs, ColumnType type, int most) {
    long n = runs.total();
    return equalMass(runs, n, binsFor(n, most), type).closedAt(runs.value(runs.size() - 1));
  }

  /**
   * Bins of equal mass between the values that have a bin of their own. Those values cut bins in
   * two, so fewer shares are tried until there are at most {@code bins} bins, and where that is not
   * enough, fewer values get a bin of their own: the heaviest.
   */
  private static Edges equalMass(ValueRuns runs, long n, int bins, ColumnType type) {
    for (long light = n / bins; ; light = smallestAbove(runs, light)) {
      long lightMass = 0;
      int shares = bins;
      for (int run = 0; run < runs.size(); run++) {
        if (runs.count(run) > light) {
          shares--;
        } else {
          lightMass += runs.count(run);
        }
      }
      for (shares = Math.max(1, shares); shares > 0; shares--) {
        Edges edges = equalMass(runs, light, shares, lightMass, type);
        if (edges.count() <= bins) {
          return edges;
        }
      }
    }
  }

  private static long smallestAbove(ValueRuns runs, long light) {
    long smallest = Long.MAX_VALUE;
    for (int run = 0; run < runs.size(); run++) {
      if (runs.count(run) > light) {
        smallest = Math.min(smallest, runs.count(run));
      }
    }
    return smallest;
  }

  private static Edges equalMass(
      ValueRuns runs, long light, int shares, long lightMass, ColumnType type) {
    Edges edges = new Edges(type);
    long seen = 0;
    long share = 0;
    boolean open = false;
    for (int run = 0; run < runs.size(); run++) {
      long count = runs.count(run);
      if (count > light) {
        edges.alone(runs.value(run));
        open = true;
        continue;
      }
      // Share i begins at i * mass / shares rows, a fraction: rounded, it may not be passed again.
      if (seen * shares >= share * lightMass) {
        // The bin that begins behind a heavy value is new already: another would leave it empty.
        if (!open) {
          edges.start(runs.value(run));
        }
        share = seen * shares / lightMass + 1;
      }
      open = false;
      seen += count;
    }
    return edges;
  }

  /** Ascending edges without repetition, until the last value closes them. */
  private static final class Edges {
    private final ColumnType type;
    private final List<BigDecimal> edges = new ArrayList<>();

    Edges(ColumnType type) {
      this.type = type;
    }

    int count() {
      return edges.size();
    }

    void start(BigDecimal edge) {
      if (edges.isEmpty() || edges.getLast().compareTo(edge) < 0) {
        edges.add(edge);
      }
    }

    /** A bin that holds just this value. */
    void alone(BigDecimal value) {
      start(value);
      start(Neighbour.above(value, type));
    }

    /** The edges up to the largest value, which the last bin holds. */
    List<BigDecimal> closedAt(BigDecimal last) {
      if (edges.getLast().compareTo(last) > 0) {
        edges.removeLast();
      }
      edges.add(last);
      return edges;
    }
  }
}
