package io.lanewise.evaluate;

import static io.lanewise.column.MemoryColumn.doubles;
import static io.lanewise.column.MemoryColumn.longs;
import static io.lanewise.column.MemoryColumn.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import io.lanewise.column.MemoryColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Kolmogorov-Smirnov and Wasserstein against the same distances of the raw values. */
class OrderedMeasuresTest {

  private static final long SEED = 20250401;

  /** Sums of at most 130 terms, each right to a few units in the last place. */
  private static final double RELATIVE = 1e-13;

  @Test
  void bothAreExactWhereEachValueIsASymbol() {
    Random random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      int distinct = 1 + random.nextInt(64);
      double[] values = random.doubles(distinct, -1000, 1000).map(Math::rint).toArray();
      double[] real = new double[2 * distinct + random.nextInt(300)];
      Arrays.setAll(real, i -> values[i % distinct]);
      double[] generated =
          random.ints(1 + random.nextInt(300), 0, distinct).mapToDouble(i -> values[i]).toArray();
      Comparison found = compare(box(real), box(generated));
      assertClose(ks(real, generated), found.ks().getAsDouble(), "round " + round);
      assertClose(w1(real, generated), found.wasserstein().getAsDouble(), "round " + round);
    }
  }

  @Test
  void nullAndNanAreLeftOut() {
    Double[] real = {1.0, 1.0, 2.0, 2.0, null, Double.NaN, null};
    Double[] generated = {1.0, 2.0, 2.0, 2.0, null, null, null, Double.NaN, Double.NaN};
    Comparison found = compare(real, generated);
    assertEquals(0.25, found.ks().getAsDouble());
    assertEquals(0.25, found.wasserstein().getAsDouble());
  }

  @Test
  void aSideWithNothingOnTheLineHasNoDistance() {
    Comparison found = compare(new Double[] {1.0, 2.0}, new Double[] {null, Double.NaN});
    assertTrue(found.ks().isEmpty());
    assertTrue(found.wasserstein().isEmpty());
  }

  @Tag("slow")
  @Test
  void binnedDistancesKeepTheirBounds() {
    Random random = new Random(SEED + 1);
    for (int round = 0; round < 20; round++) {
      double shift = round / 10.0;
      double[] real = IntStream.range(0, 1500).mapToDouble(i -> random.nextGaussian()).toArray();
      double[] generated =
          IntStream.range(0, 700).mapToDouble(i -> random.nextGaussian() + shift).toArray();
      ColumnScore score = score(doubles("x", box(real)), doubles("x", box(generated)));
      Comparison found = Scores.comparison(score);
      assertTrue(found.ks().getAsDouble() <= ks(real, generated) + 1e-15, "round " + round);
      assertEquals(
          w1(real, generated),
          found.wasserstein().getAsDouble(),
          widestBin(score) + beyondTheEdges(score, real) + beyondTheEdges(score, generated),
          "round " + round);
    }
  }

  @Test
  void massOutsideTheEdgesStandsAtTheOuterEdges() {
    Long[] real = {0L, 0L, 10L, 10L};
    Long[] generated = {-5L, -5L, 10L, 99L};
    Comparison found = Scores.comparison(score(longs("x", real), longs("x", generated)));
    assertEquals(0.5, found.ks().getAsDouble());
    assertEquals(0, found.wasserstein().getAsDouble());
  }

  @Test
  void neighbouringNanosecondsYearsAfterTheFirstAreNoObstacle() {
    ColumnType nanoseconds = type("timestamp[ns]", Family.TIMESTAMP, "0.000000001");
    long late = 1_700_000_000_000_000_000L;
    MemoryColumn real = longs("t", nanoseconds, List.of(0L, 0L, late, late, late + 1, late + 1));
    MemoryColumn generated = longs("t", nanoseconds, List.of(0L, late, late, late, late, late));
    Comparison found = Scores.comparison(score(real, generated));
    assertClose(late / 6.0, found.wasserstein().getAsDouble(), "a sixth moved by 54 years");
  }

  @Test
  void theWholeRangeOfDoublesIsMeasured() {
    double most = Double.MAX_VALUE;
    Double[] real = {-most, -most, most, most};
    double half = distance(real, new Double[] {-most, most, most, most});
    assertEquals(most / 2, half, RELATIVE * most);
    assertEquals(0, distance(real, real));
    assertEquals(
        Double.POSITIVE_INFINITY,
        distance(new Double[] {-most, -most, -most, -most, most, most}, new Double[] {most, most}));
    Double[] tiny = {0.0, 0.0, Double.MIN_VALUE, Double.MIN_VALUE};
    assertEquals(Double.MIN_VALUE, distance(tiny, new Double[] {0.0, 0.0}) * 2, Double.MIN_VALUE);
  }

  /** Decimals have a scale of their own: these are some 1e402. */
  @Test
  void decimalsBeyondDoublesAreMeasuredWhereADoubleHoldsTheDistance() {
    ColumnType far = type("decimal128(10,-400)", Family.DECIMAL, "1E+400");
    List<Long> values = List.of(100L, 100L, 200L, 200L);
    assertEquals(0, Scores.comparison(score(far, values, values)).wasserstein().getAsDouble());
    assertEquals(
        Double.POSITIVE_INFINITY,
        Scores.comparison(score(far, values, List.of(100L, 200L, 200L, 200L)))
            .wasserstein()
            .getAsDouble());
    ColumnType below = type("decimal128(10,-306)", Family.DECIMAL, "1E+306");
    assertClose(
        25e306,
        Scores.comparison(score(below, values, List.of(100L, 200L, 200L, 200L)))
            .wasserstein()
            .getAsDouble(),
        "a quarter moved by 1e308");
  }

  private static ColumnScore score(ColumnType type, List<Long> real, List<Long> generated) {
    return score(longs("x", type, real), longs("x", type, generated));
  }

  private static double distance(Double[] real, Double[] generated) {
    return compare(real, generated).wasserstein().getAsDouble();
  }

  private static Comparison compare(Double[] real, Double[] generated) {
    return Scores.comparison(score(doubles("x", real), doubles("x", generated)));
  }

  private static ColumnScore score(MemoryColumn real, MemoryColumn generated) {
    return Scores.score(real, generated).columns().getFirst();
  }

  private static double widestBin(ColumnScore score) {
    double widest = 0;
    for (int i = 1; i < score.edges().size(); i++) {
      double width = score.edges().get(i).subtract(score.edges().get(i - 1)).doubleValue();
      widest = Math.max(widest, width);
    }
    return widest;
  }

  private static double beyondTheEdges(ColumnScore score, double[] values) {
    double first = score.edges().getFirst().doubleValue();
    double last = score.edges().getLast().doubleValue();
    return Arrays.stream(values).map(x -> Math.max(0, Math.max(first - x, x - last))).sum()
        / values.length;
  }

  /** The supremum of the difference of the two empirical distribution functions. */
  private static double ks(double[] a, double[] b) {
    double largest = 0;
    for (double x : a) {
      largest = Math.max(largest, Math.abs(share(a, x) - share(b, x)));
    }
    for (double x : b) {
      largest = Math.max(largest, Math.abs(share(a, x) - share(b, x)));
    }
    return largest;
  }

  /** The integral of that difference. */
  private static double w1(double[] a, double[] b) {
    List<Double> all = new ArrayList<>();
    Arrays.stream(a).forEach(all::add);
    Arrays.stream(b).forEach(all::add);
    double[] points = all.stream().mapToDouble(x -> x).sorted().distinct().toArray();
    double sum = 0;
    for (int i = 1; i < points.length; i++) {
      double gap = Math.abs(share(a, points[i - 1]) - share(b, points[i - 1]));
      sum += gap * (points[i] - points[i - 1]);
    }
    return sum;
  }

  private static double share(double[] values, double most) {
    return (double) Arrays.stream(values).filter(x -> x <= most).count() / values.length;
  }

  private static Double[] box(double[] values) {
    return Arrays.stream(values).boxed().toArray(Double[]::new);
  }

  private static void assertClose(double expected, double actual, String message) {
    assertEquals(expected, actual, RELATIVE * Math.max(1, expected), message);
  }
}
