package io.lanewise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.DataException;
import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.Dependence;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.profile.PairPlan;
import io.lanewise.profile.ReferenceFitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What rows that belong together tell of each other, where it is known. */
class RowPairScorerTest {

  /** Of the measures of a table; {@code JointOracleTest} shows it. */
  private static final double ERROR = 2e-15;

  private static final int ROWS = 4000;

  private static RowPairScorer scorer(PairPlan plan) {
    return new RowPairScorer(
        new Scorer(
            ColumnSelection.ALL,
            ReferenceFitter.MOST_BINS,
            plan,
            OptionalDouble.empty(),
            EntropyEstimator.MILLER_MADOW,
            1,
            1,
            Kernels.scalar()));
  }

  private static ColumnScore score(MemoryColumn real, MemoryColumn generated) {
    return score(MemoryTable.of("real", real), MemoryTable.of("generated", generated));
  }

  private static ColumnScore score(MemoryTable real, MemoryTable generated) {
    return scorer(PairPlan.AUTOMATIC).score(real, generated, rows -> {}).columns().getFirst();
  }

  private static RowDependence dependence(MemoryColumn real, MemoryColumn generated) {
    return Objects.requireNonNull(score(real, generated).rows());
  }

  private static List<String> letters(long seed) {
    var random = new Random(seed);
    return MemoryColumn.rows(
        ROWS, row -> "" + (char) ('a' + (int) (6 * random.nextDouble() * random.nextDouble())));
  }

  @Test
  void equalSidesTellEachOtherAll() {
    List<String> values = letters(1);
    ColumnScore score = score(MemoryColumn.texts("x", values), MemoryColumn.texts("x", values));
    RowDependence rows = Objects.requireNonNull(score.rows());
    double entropy = score.entropyReal();
    assertEquals(entropy, rows.mutualInformation(), 2 * ERROR * entropy);
    assertEquals(entropy, rows.jointEntropy(), 2 * ERROR * entropy);
    assertEquals(0, rows.entropyRealGivenGenerated());
    assertEquals(0, rows.entropyGeneratedGivenReal());
    assertTrue(rows.pAdjusted() < 1e-100);
  }

  /** Which value a real one became does not matter, only that it can be told. */
  @Test
  void renamedValuesTellAll() {
    List<String> values = letters(2);
    List<String> renamed =
        values.stream().map(value -> "" + (char) ('a' + (value.charAt(0) - 'a' + 1) % 6)).toList();
    ColumnScore score = score(MemoryColumn.texts("x", values), MemoryColumn.texts("x", renamed));
    RowDependence rows = Objects.requireNonNull(score.rows());
    assertEquals(score.entropyReal(), rows.mutualInformation(), 2 * ERROR * score.entropyReal());
    assertEquals(0, rows.entropyRealGivenGenerated());
    assertTrue(Scores.comparison(score).js() > 0.1);
  }

  /** Two to one: the generated row is known from the real one, which keeps a bit of its own. */
  @Test
  void whatIsMergedIsLost() {
    List<String> values = MemoryColumn.rows(ROWS, row -> "" + (char) ('a' + row % 4));
    List<String> merged = MemoryColumn.rows(ROWS, row -> "" + (char) ('a' + row % 4 / 2));
    RowDependence rows =
        dependence(MemoryColumn.texts("x", values), MemoryColumn.texts("x", merged));
    double bit = Math.log(2);
    assertEquals(2 * bit, rows.jointEntropy(), ERROR);
    assertEquals(bit, rows.mutualInformation(), ERROR);
    assertEquals(bit, rows.entropyRealGivenGenerated(), ERROR);
    assertEquals(0, rows.entropyGeneratedGivenReal());
  }

  /**
   * 2 n I is about a chi-square of 25 degrees of freedom, so I lies within five of its standard
   * deviations of what chance makes.
   */
  @Test
  void shuffledRowsTellNothing() {
    List<String> values = letters(3);
    List<String> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, new Random(4));
    RowDependence rows =
        dependence(MemoryColumn.texts("x", values), MemoryColumn.texts("x", shuffled));
    double deviation = Math.sqrt(2 * 25) / (2.0 * ROWS);
    assertEquals(rows.mutualInformationByChance(), rows.mutualInformation(), 5 * deviation);
    assertEquals(0, rows.mutualInformationCorrected(), 5 * deviation);
    assertTrue(rows.pValue() > 1e-4, () -> rows.toString());
    assertEquals(rows.pValue(), rows.pAdjusted());
  }

  @Test
  void numbersAreTakenInCoarseBins() {
    var random = new Random(5);
    List<Double> real = MemoryColumn.rows(ROWS, row -> random.nextGaussian());
    List<Double> noisy = real.stream().map(x -> x + random.nextGaussian()).toList();
    RowDependence rows =
        dependence(
            MemoryColumn.doubles("x", real.toArray(Double[]::new)),
            MemoryColumn.doubles("x", noisy.toArray(Double[]::new)));
    // ln(2)/2 of a correlation of 1/sqrt 2, of which bins of a sixteenth of the rows lose little;
    // its standard error is sqrt(1/2)/sqrt(n).
    double truth = Math.log(2) / 2;
    double error = Math.sqrt(0.5 / ROWS);
    assertTrue(rows.mutualInformationCorrected() < truth + 4 * error, rows::toString);
    assertTrue(rows.mutualInformationCorrected() > 0.9 * truth - 4 * error, rows::toString);
  }

  /** What the measures say of the same table that the rows were made of. */
  @Test
  void tablesAreThoseOfTheRows() {
    var random = new Random(6);
    for (int trial = 0; trial < 20; trial++) {
      int symbols = 2 + random.nextInt(12);
      long[] table = new long[symbols * symbols];
      List<String> real = new ArrayList<>();
      List<String> generated = new ArrayList<>();
      for (int row = 0; row < ROWS; row++) {
        // The first rows have every symbol on the real side, so that all of them are known.
        int x = row < symbols ? row : random.nextInt(symbols);
        int y = random.nextBoolean() ? x : random.nextInt(symbols);
        table[x * symbols + y]++;
        real.add("s" + x);
        generated.add("s" + y);
      }
      RowDependence rows =
          dependence(MemoryColumn.texts("x", real), MemoryColumn.texts("x", generated));
      assertClose(Dependence.jointEntropy(table, symbols, symbols), rows.jointEntropy());
      assertClose(Dependence.mutualInformation(table, symbols, symbols), rows.mutualInformation());
      assertClose(
          Dependence.conditionalEntropyXGivenY(table, symbols, symbols),
          rows.entropyRealGivenGenerated());
      assertClose(
          Dependence.conditionalEntropyYGivenX(table, symbols, symbols),
          rows.entropyGeneratedGivenReal());
    }
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, 2 * ERROR * expected);
  }

  /** The tables of joint.json that 64 symbols hold, row by row. */
  @Test
  void tablesOfTheOracleHaveItsMeasures() {
    double ln2 = Math.log(2);
    checkOracle(new long[][] {{1, 1}, {1, 1}}, 2 * ln2, 0);
    checkOracle(
        new long[][] {{5, 6, 7}, {10, 12, 14}, {15, 18, 21}, {20, 24, 28}}, 2.3691639047894975, 0);
    checkOracle(new long[][] {{4, 1}, {1, 4}}, 1.1935496040981333, 0.19274475702175742);
  }

  private static void checkOracle(long[][] counts, double jointEntropy, double information) {
    List<String> real = new ArrayList<>();
    List<String> generated = new ArrayList<>();
    for (int x = 0; x < counts.length; x++) {
      for (int y = 0; y < counts[x].length; y++) {
        real.addAll(Collections.nCopies((int) counts[x][y], "s" + x));
        generated.addAll(Collections.nCopies((int) counts[x][y], "s" + y));
      }
    }
    Scorecard card =
        scorer(new PairPlan(1, OptionalInt.of(64)))
            .score(
                MemoryTable.of("real", MemoryColumn.texts("x", real)),
                MemoryTable.of("generated", MemoryColumn.texts("x", generated)),
                rows -> {});
    RowDependence rows = Objects.requireNonNull(card.columns().getFirst().rows());
    assertEquals(jointEntropy, rows.jointEntropy(), ERROR * jointEntropy);
    assertEquals(information, rows.mutualInformation(), ERROR * information);
  }

  @Test
  void batchesDoNotMatter() {
    List<String> values = letters(7);
    List<String> others = letters(8);
    MemoryTable real = MemoryTable.of("real", MemoryColumn.texts("x", values));
    MemoryTable generated = MemoryTable.of("generated", MemoryColumn.texts("x", others));
    RowDependence whole = score(real, generated).rows();
    assertEquals(
        whole,
        score(real.cutAtRandom(new Random(9), 50), generated.cutAt(1000, 1000, ROWS)).rows());
    assertEquals(whole, score(real.cutAt(1, 1500, ROWS), generated).rows());
  }

  @Test
  void identifiersAreLeftOut() {
    List<String> names = MemoryColumn.rows(ROWS, row -> "name " + row);
    ColumnScore score = score(MemoryColumn.texts("x", names), MemoryColumn.texts("x", names));
    assertTrue(score.identifier());
    assertNull(score.rows());
  }

  @Test
  void otherNumbersOfRowsAreRefused() {
    var e =
        assertThrows(
            DataException.class,
            () -> score(MemoryColumn.texts("x", "a", "b"), MemoryColumn.texts("x", "a")));
    assertEquals(
        "real has 2 rows and generated has 1; rows that belong together are equally many",
        e.getMessage());
  }
}
