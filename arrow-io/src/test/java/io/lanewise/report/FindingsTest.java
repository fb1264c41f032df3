package io.lanewise.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.OutputColumn;
import io.lanewise.arrow.Shared;
import io.lanewise.evaluate.PairDependence;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.profile.PairPlan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said in plain words is true, and said of what is beyond the noise only. */
class FindingsTest {

  private static final Wording WORDING =
      new Wording(InformationUnit.BITS, name -> "`" + name + "`", value -> "'" + value + "'");

  private static List<String> sentences(Scorecard card) {
    return Findings.worst(card).stream().map(finding -> finding.sentence(WORDING)).toList();
  }

  private static String column(OutputColumn real, OutputColumn generated) {
    List<String> sentences = sentences(Scores.of(List.of(real), List.of(generated)));
    assertEquals(1, sentences.size(), sentences::toString);
    return sentences.getFirst();
  }

  @Test
  void placementsLoseTheRelationOfSpecialtyAndDegree() {
    Scorecard card =
        Scores.of(
            Shared.path("data/placements/real.arrow"),
            Shared.path("data/placements/gen.arrow"),
            List.of("high_spec", "degree_type"),
            PairPlan.AUTOMATIC);
    assertEquals(
        List.of(
            "`high_spec` and `degree_type` are related in the real data (0.42 bits) and nearly"
                + " independent in the generated (0.01)"),
        sentences(card));
  }

  @Test
  void theValueThatCostsMost() {
    assertEquals(
        "`w`: 'b' is 10.0 % of the real rows and 70.0 % of the generated (JS 0.30 bits)",
        column(Scores.words("w", "a", 90, "b", 10), Scores.words("w", "a", 30, "b", 70)));
  }

  @Test
  void aValueThatIsMissing() {
    assertEquals(
        "`w`: 'c' is 50.0 % of the real rows and never occurs in the generated data (JS 0.31 bits)",
        column(Scores.words("w", "a", 25, "b", 25, "c", 50), Scores.words("w", "a", 50, "b", 50)));
  }

  @Test
  void aValueThatIsInvented() {
    assertEquals(
        "`w`: 'c' is 50.0 % of the generated rows and never occurs in the real data (JS 0.31 bits)",
        column(Scores.words("w", "a", 50, "b", 50), Scores.words("w", "a", 25, "b", 25, "c", 50)));
  }

  @Test
  void manyValuesThatAreMissing() {
    assertEquals(
        "`w`: 2 values like 'c', 60.0 % of the real rows, never occur in the generated data"
            + " (JS 0.40 bits)",
        column(Scores.words("w", "a", 40, "b", 25, "c", 35), Scores.words("w", "a", 100)));
    assertEquals(
        "`w`: 2 values like 'c', 60.0 % of the generated rows, never occur in the real data"
            + " (JS 0.40 bits)",
        column(Scores.words("w", "a", 100), Scores.words("w", "a", 40, "b", 25, "c", 35)));
  }

  @Test
  void nothingInCommon() {
    assertEquals(
        "`w`: no value of the real data occurs in the generated (JS 1.00 bits)",
        column(Scores.words("w", "a", 20, "b", 20), Scores.words("w", "c", 40)));
  }

  @Test
  void nullsAreNamedWithoutQuotes() {
    assertEquals(
        "`w`: null is 5.0 % of the real rows and 50.0 % of the generated (JS 0.21 bits)",
        column(Scores.words("w", "a", 95, null, 5), Scores.words("w", "a", 50, null, 50)));
  }

  /** X and Y agree in {@code agreeing} of every 10 rows. */
  private static List<OutputColumn> pair(int agreeing) {
    List<String> x = new ArrayList<>();
    List<String> y = new ArrayList<>();
    for (int row = 0; row < 2000; row++) {
      x.add("v" + row % 2);
      y.add("v" + (row / 2 % 10 < agreeing ? row % 2 : 1 - row % 2));
    }
    return List.of(Scores.words("x", x), Scores.words("y", y));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "10; 5; related in the real data (1.00 bits) and nearly independent in the generated (0.00)",
        "5; 10; nearly independent in the real data (0.00 bits) and related in the generated (1.00)",
        "10; 8; less related in the generated data (0.28 bits) than in the real (1.00)",
        "8; 10; more related in the generated data (1.00 bits) than in the real (0.28)"
      })
  void whatBecameOfARelation(int real, int generated, String words) {
    assertEquals(
        List.of("`x` and `y` are " + words), sentences(Scores.of(pair(real), pair(generated))));
  }

  @Test
  void aRelationThatTurnedRoundIsSeen() {
    Scorecard card = Scores.of(pair(9), pair(1));
    assertInstanceOf(CellFinding.class, Findings.worst(card).getFirst());
    assertEquals(
        List.of(
            "`x` and `y` are related in another way: 'v0' with 'v0' is 45.0 % of the real rows and"
                + " 5.0 % of the generated (JS 0.53 bits)"),
        sentences(card));
  }

  @Test
  void theNumbersOfTheSampleGiveWayWhereTheyTurnRound() {
    // Few generated rows of columns with many values: chance adds more than was lost.
    int symbols = 16;
    SplittableRandom random = new SplittableRandom(7);
    List<List<OutputColumn>> tables = new ArrayList<>();
    for (int rows : new int[] {40_000, 300}) {
      List<String> x = new ArrayList<>();
      List<String> y = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        int value = random.nextInt(symbols);
        boolean agrees = rows == 40_000 && random.nextDouble() < 0.3;
        x.add("v" + value);
        y.add("v" + (agrees ? value : random.nextInt(symbols)));
      }
      tables.add(List.of(Scores.words("x", x), Scores.words("y", y)));
    }
    Scorecard card = Scores.of(tables.get(0), tables.get(1));
    PairDependence real = card.pairs().getFirst().real();
    PairDependence generated = card.pairs().getFirst().generated();
    assertTrue(generated.mutualInformation() > real.mutualInformation());
    assertTrue(generated.mutualInformationCorrected() < real.mutualInformationCorrected());
    String sentence = new PairFinding(card.pairs().getFirst()).sentence(WORDING);
    String shown =
        WORDING
            .information(real.mutualInformationCorrected(), generated.mutualInformationCorrected())[
            0];
    assertTrue(
        sentence.contains("(" + shown + " bits)") || sentence.contains("(" + shown + ")"),
        sentence);
  }

  @ParameterizedTest
  // H(X), H(Y) and the corrected mutual information, in bits.
  @CsvSource({
    "1, 1, 0.0099, true",
    "1, 1, 0.0101, false",
    "4, 4, 0.0101, false",
    "0.05, 1, 0.0049, true",
    "0.05, 1, 0.0051, false",
    "0, 1, 0, true",
    "0, 0, 0, true",
  })
  void nearlyIndependentIsLittleAndLittleOfWhatThereIs(
      double entropyX, double entropyY, double information, boolean expected) {
    double bit = Math.log(2);
    double joint = (entropyX + entropyY - information) * bit;
    assertEquals(
        expected,
        PairFinding.isNearlyIndependent(
            new PairDependence(
                joint,
                joint - entropyX * bit,
                joint - entropyY * bit,
                information * bit,
                information * bit,
                information * bit,
                OptionalDouble.empty())));
  }

  @Test
  void threeAtMostTheWorstFirst() {
    List<OutputColumn> real = new ArrayList<>();
    List<OutputColumn> generated = new ArrayList<>();
    for (int moved = 10; moved <= 50; moved += 10) {
      real.add(Scores.words("w" + moved, "a", 100));
      generated.add(Scores.words("w" + moved, "a", 100 - moved, "b", moved));
    }
    List<Finding> findings = Findings.worst(Scores.of(real, generated, PairPlan.NONE));
    assertEquals(3, findings.size());
    assertEquals(
        List.of("w50", "w40", "w30"),
        findings.stream().map(finding -> ((ColumnFinding) finding).column().name()).toList());
  }

  @Test
  void whatIsInsideTheNoiseIsNoFinding() {
    SplittableRandom random = new SplittableRandom(3);
    List<OutputColumn> real = noise(random, 2000);
    List<OutputColumn> generated = noise(random, 2000);
    Scorecard card = Scores.of(real, generated);
    assertTrue(card.columns().stream().allMatch(c -> c.comparison().js() > 0));
    assertEquals(List.of(), sentences(card));
    String text = Scores.text(card, Scores.BITS);
    assertTrue(text.endsWith("\nNo difference beyond the noise was found.\n"), text);
    assertTrue(
        text.contains("= inside the noise: p >= 0.05 after Benjamini-Hochberg over columns"));
    assertFalse(text.contains("too few rows"), text);
  }

  private static List<OutputColumn> noise(SplittableRandom random, int rows) {
    double[] values = IntStream.range(0, rows).mapToDouble(i -> random.nextGaussian()).toArray();
    List<String> words = IntStream.range(0, rows).mapToObj(i -> "w" + random.nextInt(5)).toList();
    return List.of(
        new OutputColumn.Doubles("x", values, new BitSet()), Scores.words("word", words));
  }

  @Test
  void tooFewRowsAreSaidToBe() {
    SplittableRandom random = new SplittableRandom(4);
    Scorecard card = Scores.of(noise(random, 4), noise(random, 3));
    String text = Scores.text(card, Scores.BITS);
    assertTrue(
        text.endsWith(
            "\nNo difference beyond the noise was found. There are too few rows to tell in 2 of 2"
                + " columns.\n"),
        text);
    assertTrue(
        text.contains(
            "? too few rows to tell: inside the noise, and yet the 95 % interval of JS reaches"
                + " above 0.1 bits"),
        text);
    assertFalse(
        text.contains("= inside the noise: p >= 0.05 after Benjamini-Hochberg over columns"));
  }

  @Test
  void withoutGeneratedRowsThereIsNothingToCompare() {
    Scorecard card =
        Scores.of(
            List.of(Scores.words("a", "x", 3), Scores.words("b", "x", 3)),
            List.of(Scores.words("a"), Scores.words("b")));
    for (String report :
        List.of(Scores.text(card, Scores.BITS), Scores.markdown(card, Scores.BITS))) {
      assertTrue(
          report.endsWith("\nThe generated data has no rows: nothing can be compared.\n"), report);
      assertFalse(report.contains("NaN"), report);
    }
  }

  @Test
  void nearNumbersGetMoreDecimals() {
    assertEquals("0.42", WORDING.information(0.42 * Math.log(2)));
    assertEquals("0.0031", WORDING.information(0.0031 * Math.log(2)));
    assertEquals(List.of("0.42", "0.00"), List.of(WORDING.information(0.42 * Math.log(2), 0)));
    assertEquals(List.of("0.0031", "0"), List.of(WORDING.information(0.0031 * Math.log(2), 0)));
  }
}
