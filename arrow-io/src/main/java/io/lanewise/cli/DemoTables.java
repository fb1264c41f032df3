package io.lanewise.cli;

import io.lanewise.arrow.OutputColumn;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.Divergence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A small pair of tables whose distributions are known, so that what is measured can be held
 * against what is true. Each column has a fault of its own, as generators have them, and two that
 * have none are no longer related.
 */
final class DemoTables {

  /** JS of N(0, 1) and N(0, 2), by numerical integration, in nats. */
  private static final double JS_OF_DOUBLED_SPREAD = 0.092733;

  private static final int DAYS = 364;
  private static final int FIRST_DAY = (int) LocalDate.of(2025, 1, 1).toEpochDay();
  private static final List<String> COUNTRIES = List.of("Denmark", "Japan", "Mexico", "Poland");
  private static final List<String> CURRENCIES = List.of("krone", "yen", "peso", "zloty");

  /** Share of the real rows whose currency is the country's. */
  private static final double OWN_CURRENCY = 0.9;

  private static final double REAL_NULLS = 0.05;
  private static final double GENERATED_NULLS = 0.25;

  private DemoTables() {}

  /** What the JS of each column's distributions is, in nats, and what is wrong with the column. */
  static Map<String, Truth> truths() {
    Map<String, Truth> truths = new LinkedHashMap<>();
    truths.put(
        "plan", new Truth(Math.log(2), "generated names are in lower case: no value agrees"));
    truths.put(
        "joined",
        new Truth(js(new double[] {0.5, 0.5}, new double[] {1, 0}), "generated: first half only"));
    truths.put(
        "coin", new Truth(js(new double[] {0.5, 0.5}, new double[] {0.9, 0.1}), "90 % heads"));
    truths.put(
        "colour",
        new Truth(js(new double[] {1, 1, 1, 1}, new double[] {1, 1, 1, 0}), "grey is missing"));
    truths.put("height", new Truth(JS_OF_DOUBLED_SPREAD, "twice the spread"));
    truths.put(
        "income",
        new Truth(
            js(
                new double[] {REAL_NULLS, 1 - REAL_NULLS},
                new double[] {GENERATED_NULLS, 1 - GENERATED_NULLS}),
            "25 % null in place of 5 %"));
    truths.put("noise", new Truth(0, "nothing: what is left is chance"));
    truths.put("country", new Truth(0, "nothing by itself"));
    truths.put("currency", new Truth(0, "nothing by itself, but it ignores the country"));
    return truths;
  }

  /**
   * Mutual information of country and currency in the real data, in nats: {@code ln 4 - H}, H the
   * entropy of the currency in a country. In the generated data it is 0.
   */
  static double realDependenceNats() {
    int others = COUNTRIES.size() - 1;
    double other = (1 - OWN_CURRENCY) / others;
    return Math.log(COUNTRIES.size())
        + OWN_CURRENCY * Math.log(OWN_CURRENCY)
        + others * other * Math.log(other);
  }

  private static double js(double[] p, double[] q) {
    return Divergence.jsDivergence(p, q, Kernels.scalar());
  }

  /** The real table. */
  static List<OutputColumn> real(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<OutputColumn> columns = new ArrayList<>();
    columns.add(words("plan", rows, List.of("Basic", "Plus"), random));
    columns.add(dates(rows, DAYS, random));
    columns.add(coins(rows, 0.5, random));
    columns.add(words("colour", rows, List.of("red", "green", "blue", "grey"), random));
    columns.add(normal("height", rows, 170, 10, new BitSet(), random));
    columns.add(normal("income", rows, 40_000, 9_000, nulls(rows, REAL_NULLS, random), random));
    columns.add(normal("noise", rows, 0, 1, new BitSet(), random));
    int[] countries = random.ints(rows, 0, COUNTRIES.size()).toArray();
    columns.add(new OutputColumn.Words("country", countries, COUNTRIES, new BitSet()));
    columns.add(currencies(countries, random));
    return columns;
  }

  /** The generated table. */
  static List<OutputColumn> generated(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    return List.of(
        words("plan", rows, List.of("basic", "plus"), random),
        dates(rows, DAYS / 2, random),
        coins(rows, 0.9, random),
        words("colour", rows, List.of("red", "green", "blue"), random),
        normal("height", rows, 170, 20, new BitSet(), random),
        normal("income", rows, 40_000, 9_000, nulls(rows, GENERATED_NULLS, random), random),
        normal("noise", rows, 0, 1, new BitSet(), random),
        words("country", rows, COUNTRIES, random),
        words("currency", rows, CURRENCIES, random));
  }

  private static OutputColumn currencies(int[] countries, SplittableRandom random) {
    int[] currencies = new int[countries.length];
    for (int row = 0; row < countries.length; row++) {
      int other = 1 + random.nextInt(COUNTRIES.size() - 1);
      boolean own = random.nextDouble() < OWN_CURRENCY;
      currencies[row] = own ? countries[row] : (countries[row] + other) % COUNTRIES.size();
    }
    return new OutputColumn.Words("currency", currencies, CURRENCIES, new BitSet());
  }

  private static OutputColumn words(
      String name, int rows, List<String> words, SplittableRandom random) {
    int[] indices = random.ints(rows, 0, words.size()).toArray();
    return new OutputColumn.Words(name, indices, words, new BitSet());
  }

  private static OutputColumn dates(int rows, int days, SplittableRandom random) {
    int[] dates = random.ints(rows, FIRST_DAY, FIRST_DAY + days).toArray();
    return new OutputColumn.Dates("joined", dates, new BitSet());
  }

  private static OutputColumn coins(int rows, double heads, SplittableRandom random) {
    boolean[] values = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = random.nextDouble() < heads;
    }
    return new OutputColumn.Booleans("coin", values, new BitSet());
  }

  private static OutputColumn normal(
      String name, int rows, double mean, double spread, BitSet nulls, SplittableRandom random) {
    double[] values = new double[rows];
    Arrays.setAll(values, row -> mean + spread * random.nextGaussian());
    return new OutputColumn.Doubles(name, values, nulls);
  }

  private static BitSet nulls(int rows, double share, SplittableRandom random) {
    BitSet nulls = new BitSet();
    for (int row = 0; row < rows; row++) {
      nulls.set(row, random.nextDouble() < share);
    }
    return nulls;
  }

  /**
   * What is true of a column.
   *
   * @param jsNats the Jensen-Shannon divergence of its two distributions
   * @param fault what is wrong with the generated one
   */
  record Truth(double jsNats, String fault) {}
}
