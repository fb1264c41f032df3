package io.lanewise.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.PairScore;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.profile.PairPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmark scores is the table that it says, and is scored right. */
final class ScoreBenchmarkTest {

  private static final int ROWS = 300_000;

  @TempDir private Path folder;

  @Test
  void theTableIsWhatTheBenchmarkSays() throws IOException {
    Scorecard card = score(0.1, 1);

    assertEquals(
        List.of(
            "float64",
            "float64",
            "float64",
            "float64",
            "int32",
            "int32",
            "dictionary<utf8>",
            "dictionary<utf8>",
            "dictionary<utf8>",
            "bool"),
        card.columns().stream().map(column -> column.realType().name()).toList());
    // Six standard deviations of a binomial share.
    double slack = 6 * Math.sqrt(0.05 * 0.95 / ROWS);
    for (ColumnScore column : card.columns()) {
      assertEquals(0.05, (double) column.realNulls() / ROWS, slack, column.name());
      assertEquals(0.05, (double) column.generatedNulls() / ROWS, slack, column.name());
    }
  }

  @Test
  void shiftedColumnsAreTheFarOnes() throws IOException {
    Scorecard card = score(0.5, 1);

    for (String shifted : List.of("normal", "lognormal", "wide")) {
      // JS of N(0, 1) and N(1/2, 1) with 5 % null on both sides: 0.95 * 0.0303 nats.
      assertEquals(0.0288, js(card, shifted), 0.002, shifted);
    }
    for (String same : List.of("uniform", "few", "dictionary8", "dictionary100")) {
      assertTrue(js(card, same) < 0.001, same);
    }
  }

  /** The columns are drawn independently of each other. */
  @Test
  void allPairsAreCountedAndDependOnNothing() throws IOException {
    Scorecard card = score(0.1, 1);
    assertEquals(45, card.pairs().size());
    for (PairScore pair : card.pairs()) {
      assertTrue(pair.real().mutualInformationCorrected() < 0.01, pair.nameX() + pair.nameY());
    }
  }

  @Test
  void threadsChangeNothing() throws IOException {
    assertEquals(score(0.1, 1), score(0.1, 2));
  }

  private Scorecard score(double shift, int threads) throws IOException {
    Path real = folder.resolve("real.arrow");
    Path generated = folder.resolve("generated.arrow");
    MixedTable.write(real, ROWS, 1, 0);
    MixedTable.write(generated, ROWS, 2, shift);
    return ScoreBenchmark.score(real, generated, threads, PairPlan.AUTOMATIC);
  }

  private static double js(Scorecard card, String name) {
    ColumnScore score =
        card.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    Comparison comparison = Objects.requireNonNull(score.comparison());
    return comparison.js();
  }
}
