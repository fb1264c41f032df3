package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.OutputColumn;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.profile.PairPlan;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pairs are scored, how finely, and who corrects them. */
class PairOptionsTest {

  @TempDir private Path folder;
  private Path real;
  private Path generated;

  @BeforeEach
  void writeTables() {
    real = write("real.arrow", 3);
    generated = write("generated.arrow", 5);
  }

  /** Three columns of 60 rows. */
  private Path write(String name, int step) {
    double[] x = IntStream.range(0, 60).mapToDouble(i -> i % 6).toArray();
    double[] y = IntStream.range(0, 60).mapToDouble(i -> i % 6 < 3 ? 0 : 1).toArray();
    double[] z = IntStream.range(0, 60).mapToDouble(i -> i * step % 7).toArray();
    return Tables.write(
        folder.resolve(name),
        Tables.doubles("x", x),
        Tables.doubles("y", y),
        Tables.doubles("z", z));
  }

  private Map<String, Object> score(Object... options) {
    Object[] all = new Object[options.length + 2];
    all[0] = "--format";
    all[1] = "json";
    System.arraycopy(options, 0, all, 2, options.length);
    return Outcome.score(real, generated, all).json();
  }

  private static Object pairFidelity(Map<String, Object> json) {
    return Json.object(json.get("summary")).get("pairFidelity");
  }

  @Test
  void noneHasNoPairs() {
    Map<String, Object> json = score("--pairs", "none");
    assertNull(pairFidelity(json));
    Map<String, Object> summary = Json.object(json.get("summary"));
    assertEquals(summary.get("columnFidelity"), summary.get("fidelity"));
  }

  @Test
  void allIsTheDefaultOfFewColumns() {
    assertEquals(pairFidelity(score()), pairFidelity(score("--pairs", "all")));
    assertEquals(pairFidelity(score()), pairFidelity(score("--pairs", "ALL")));
    assertEquals(pairFidelity(score()), pairFidelity(score("--pairs", "3")));
  }

  @Test
  void ofFewerThoseThatDependMostAreLeft() {
    // y follows from x.
    assertEquals(pairFidelity(score("--columns", "x,y")), pairFidelity(score("--pairs", "1")));
    assertNotEquals(pairFidelity(score()), pairFidelity(score("--pairs", "1")));
  }

  @Test
  void symbolsAreCoarsenedAsAsked() {
    assertNotEquals(
        pairFidelity(score("--pair-symbols", 2)), pairFidelity(score("--pair-symbols", 64)));
  }

  @Test
  void everyEstimatorHasItsName() {
    Set<Object> corrected = new HashSet<>();
    for (String name : EntropyEstimator.names()) {
      Map<String, Object> json = score("--estimator", name);
      corrected.add(Json.columns(json).get("z").get("entropyRealCorrected"));
    }
    assertTrue(corrected.size() >= 4, corrected::toString);
    assertEquals(
        Json.columns(score()).get("z").get("entropyRealCorrected"),
        Json.columns(score("--estimator", "Miller-Madow")).get("z").get("entropyRealCorrected"));
    Map<String, Object> plain = Json.columns(score("--estimator", "plug-in")).get("z");
    assertEquals(
        Json.number(plain.get("entropyReal")),
        Json.number(plain.get("entropyRealCorrected")),
        // Two ways to sum seven terms below 1.
        1e-14);
  }

  @ParameterizedTest
  @CsvSource({
    "--pairs, 'all, none or a whole number from 1 to 65536', 0 -1 65537 some 1.5 '' 99999999999",
    "--pair-symbols, from 2 to 64, 1 65 -2 few ''",
    "--estimator, 'one of plug-in, miller-madow', miller best ''",
  })
  void valueOutOfRange(String option, String expected, String values) {
    for (String value : values.split(" ", -1)) {
      String given = value.equals("''") ? "" : value;
      Outcome.score(real, generated, option, given)
          .refuses(ExitCode.USAGE, option, "'" + given + "'", expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--pairs, 1 65536 +2 None",
    "--pair-symbols, 2 64",
    "--estimator, plug-in Miller-Madow DIRICHLET",
  })
  void valueAtTheEndsOfTheRange(String option, String values) {
    for (String value : values.split(" ", -1)) {
      Outcome.score(real, generated, option, value).result();
    }
  }

  private static PairPlan plan(PairChoice choice, int columns) {
    return choice.plan(columns, OptionalInt.empty());
  }

  @Test
  void aPlanHasAsManyPairsAsAskedFor() {
    assertEquals(PairPlan.AUTOMATIC, plan(new PairChoice.Automatic(), 1000));
    assertEquals(PairPlan.NONE, plan(new PairChoice.Most(0), 1000));
    assertEquals(7, plan(new PairChoice.Most(7), 1000).most());
    assertEquals(0, plan(new PairChoice.All(), 0).most());
    assertEquals(0, plan(new PairChoice.All(), 1).most());
    assertEquals(2080, plan(new PairChoice.All(), 65).most());
    assertEquals(65341, plan(new PairChoice.All(), 362).most());
    // Twice the pairs of these are beyond 32 bits, where they would turn negative.
    assertThrows(UsageException.class, () -> plan(new PairChoice.All(), 50_000));
  }

  @Test
  void moreThanCanBeCountedAreRefusedWithBothNumbers() {
    List<OutputColumn> columns =
        IntStream.range(0, 363).mapToObj(i -> Tables.doubles("c" + i, 1, 2)).toList();
    Path wide = Tables.write(folder.resolve("wide.arrow"), 2, columns);
    Outcome.score(wide, wide, "--pairs", "all")
        .refuses(
            ExitCode.USAGE, "--pairs all: 363 columns have 65703 pairs, expected at most 65536");
    Outcome.score(wide, wide, "--pairs", "all", "--columns", "c0,c1").result();
  }
}
