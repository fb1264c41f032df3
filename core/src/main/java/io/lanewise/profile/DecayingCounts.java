package io.lanewise.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Counts whose rows weigh less as they grow older: {@code sum w_i c_i} over panes of rows, newest
 * first, w falling by one factor from pane to pane.
 *
 * <p>The weights are neither whole numbers nor the same in every order, so this is no profile. What
 * measures and tests are given is one of as many rows as are worth these, {@code n_eff = (sum w)^2
 * / sum w^2} over the rows: the weighted counts are scaled to that sum and rounded to whole rows,
 * the largest remainders up (of equal ones, those of the first symbols). Same panes in the same
 * order, same bits. One thread.
 *
 * <p>Cost: some nanoseconds a symbol and pane, whatever their number. Rounding moves a symbol by
 * less than one row. Source: L. Kish, "Survey Sampling" (1965), for n_eff.
 */
public final class DecayingCounts {

  /** A weighted count that no rounding will ever make a row of. */
  private static final double NOTHING = 1e-9;

  private final Reference reference;
  private final List<Vector> columns = new ArrayList<>();
  private final List<double[]> pairs = new ArrayList<>();
  private double weight;
  private double squaredWeight;

  /** Weighted counts by code, and by symbol for categories. */
  private static final class Vector {
    double[] codes = {};
    final SortedMap<Symbol, Double> symbols = new TreeMap<>();
  }

  /**
   * Counts of no rows.
   *
   * @param reference the symbols
   */
  public DecayingCounts(Reference reference) {
    this.reference = reference;
    reference.columns().forEach(_ -> columns.add(new Vector()));
    Profile.empty(reference).pairs().forEach(pair -> pairs.add(new double[pair.toArray().length]));
  }

  /**
   * Lets all rows so far weigh less, and adds new ones with a weight of 1.
   *
   * @param factor what the older rows are multiplied by, from 0 to 1
   * @param pane counts of the new rows, over the same reference
   * @throws IllegalArgumentException if the factor or the reference is another
   */
  public void add(double factor, Profile pane) {
    if (!(factor >= 0 && factor <= 1)) {
      throw new IllegalArgumentException("factor: got " + factor + ", expected 0 to 1");
    }
    Profile.empty(reference).requireSameReference(pane);
    for (int i = 0; i < columns.size(); i++) {
      switch (pane.columns().get(i)) {
        case BinCounts bins -> addCodes(columns.get(i), factor, bins.toArray());
        case CategoryCounts counts -> {
          addSymbols(columns.get(i), factor, counts);
          if (reference.columns().get(i).binning() instanceof Categories categories) {
            foldIfTooMany(columns.get(i), categories);
          }
        }
      }
    }
    for (int i = 0; i < pairs.size(); i++) {
      add(pairs.get(i), factor, pane.pairs().get(i).toArray());
    }
    weight = factor * weight + pane.rows();
    squaredWeight = factor * factor * squaredWeight + pane.rows();
  }

  private static void addCodes(Vector vector, double factor, long[] counts) {
    if (vector.codes.length == 0) {
      vector.codes = new double[counts.length];
    }
    add(vector.codes, factor, counts);
  }

  private static void add(double[] sums, double factor, long[] counts) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = factor * sums[i] + counts[i];
    }
  }

  private static void addSymbols(Vector vector, double factor, CategoryCounts pane) {
    vector.symbols.replaceAll((symbol, sum) -> factor * sum);
    vector.symbols.values().removeIf(sum -> sum < NOTHING);
    pane.symbols()
        .forEach((symbol, count) -> vector.symbols.merge(symbol, (double) count, Double::sum));
    long[] buckets = pane.buckets();
    if (buckets.length > 0) {
      addCodes(vector, factor, buckets);
    } else {
      for (int i = 0; i < vector.codes.length; i++) {
        vector.codes[i] *= factor;
      }
    }
  }

  /** Keeps memory bounded: from then on values outside the reference are in buckets. */
  private static void foldIfTooMany(Vector vector, Categories categories) {
    if (vector.symbols.size() <= Categories.CAP && vector.codes.length == 0) {
      return;
    }
    double[] buckets = Arrays.copyOf(vector.codes, SymbolTable.BUCKETS);
    vector
        .symbols
        .entrySet()
        .removeIf(
            entry -> {
              boolean kept = entry.getKey().isNull() || categories.lists(entry.getKey());
              if (!kept) {
                buckets[SymbolTable.bucket(SymbolHash.of(entry.getKey().key()))] +=
                    entry.getValue();
              }
              return !kept;
            });
    vector.codes = buckets;
  }

  /** How many rows of equal weight are worth as much. */
  public double effectiveRows() {
    return weight == 0 ? 0 : weight * weight / squaredWeight;
  }

  /**
   * The counts of that many rows: to be looked at, not to be kept in a file, as a table of a pair
   * is rounded by itself and need not have the margins that its columns have.
   */
  public Profile toProfile() {
    long rows = Math.round(effectiveRows());
    List<Counts> counts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Vector vector = columns.get(i);
      counts.add(
          switch (reference.columns().get(i).binning()) {
            case Bins bins ->
                new BinCounts(round(Arrays.copyOf(vector.codes, bins.symbolCount()), rows));
            case Categories categories -> categories(categories, vector, rows);
          });
    }
    List<JointCounts> joint = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      ColumnPair pair = reference.pairs().pairs().get(i);
      joint.add(
          new JointCounts(
              reference.pairs().x(pair).symbolCount(),
              reference.pairs().y(pair).symbolCount(),
              round(pairs.get(i), rows)));
    }
    return new Profile(reference, rows, counts, joint);
  }

  private static CategoryCounts categories(Categories categories, Vector vector, long rows) {
    int size = vector.symbols.size();
    double[] weights = new double[size + vector.codes.length];
    int next = 0;
    for (double sum : vector.symbols.values()) {
      weights[next++] = sum;
    }
    System.arraycopy(vector.codes, 0, weights, size, vector.codes.length);
    long[] rounded = round(weights, rows);
    SortedMap<Symbol, Long> symbols = new TreeMap<>();
    next = 0;
    for (Map.Entry<Symbol, Double> entry : vector.symbols.entrySet()) {
      symbols.put(entry.getKey(), rounded[next++]);
    }
    return CategoryCounts.of(
        categories, symbols, Arrays.copyOfRange(rounded, size, rounded.length));
  }

  /** Whole numbers in the proportions of the weights, by largest remainders. */
  private static long[] round(double[] weights, long rows) {
    double total = 0;
    for (double part : weights) {
      total += part;
    }
    long[] whole = new long[weights.length];
    if (total == 0) {
      return whole;
    }
    double[] remainders = new double[weights.length];
    long left = rows;
    for (int i = 0; i < weights.length; i++) {
      double share = weights[i] / total * rows;
      whole[i] = (long) share;
      remainders[i] = share - whole[i];
      left -= whole[i];
    }
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> remainders[i]).reversed())
        .limit(Math.max(0, left))
        .forEach(i -> whole[i]++);
    return whole;
  }
}
