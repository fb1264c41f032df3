package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.Shared;
import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.PairScore;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Scorer;
import io.lanewise.evaluate.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two random halves of Adult come from one distribution, and the score must say so. */
class AdultHalvesTest {

  private static final int SPLITS = 20;

  @Test
  void oneSplitHardlyLosesOrInventsDependence() throws IOException {
    Summary summary = split(15).summary();
    assertTrue(summary.lostDependence().getAsDouble() <= 0.03, summary.toString());
    assertTrue(summary.inventedDependence().getAsDouble() <= 0.03, summary.toString());
  }

  /** Lost and invented are never negative, so halves have some of each: as much as is foretold. */
  @Test
  void splitsLoseAndInventWhatChanceAloneWould() throws IOException {
    double lost = 0;
    double invented = 0;
    double noise = 0;
    for (int seed = 1; seed <= SPLITS; seed++) {
      Summary summary = split(seed).summary();
      double expected = summary.dependenceNoise().getAsDouble();
      // Pairs share columns, so a split that loses here loses there: twice the mean still occurs.
      assertTrue(summary.lostDependence().getAsDouble() < 2 * expected, summary.toString());
      assertTrue(summary.inventedDependence().getAsDouble() < 2 * expected, summary.toString());
      lost += summary.lostDependence().getAsDouble() / SPLITS;
      invented += summary.inventedDependence().getAsDouble() / SPLITS;
      noise += expected / SPLITS;
    }
    // Their standard deviation over splits is a third of the mean.
    assertEquals(noise, (lost + invented) / 2, 0.15 * noise);
  }

  @Test
  void splitsScoreAsAPerfectGeneratorAndDifferByNoiseAlone() throws IOException {
    int different = 0;
    for (int seed = 1; seed <= SPLITS; seed++) {
      Scorecard card = split(seed);
      assertEquals(15, card.columns().size());
      assertEquals(105, card.pairs().size());
      Summary summary = card.summary();
      assertEquals(summary.fidelityCeiling().getAsDouble(), summary.fidelity().getAsDouble(), 0.01);
      boolean columns = card.columns().stream().allMatch(AdultHalvesTest::isInsideNoise);
      boolean pairs = card.pairs().stream().allMatch(AdultHalvesTest::isInsideNoise);
      different += columns && pairs ? 0 : 1;
    }
    // A split is named different in 5 of 100 at most, by either family: 4 of 20 is 1 in 70.
    assertTrue(different <= 4, different + " of " + SPLITS);
  }

  private static boolean isInsideNoise(ColumnScore column) {
    return Objects.requireNonNull(column.comparison()).noise().insideNoise();
  }

  private static boolean isInsideNoise(PairScore pair) {
    return Objects.requireNonNull(pair.comparison()).noise().insideNoise();
  }

  private static Scorecard split(long seed) throws IOException {
    List<String[]> rows =
        new ArrayList<>(
            Files.readAllLines(Shared.path("data/adult/real.csv")).stream()
                .map(line -> line.split(",", -1))
                .toList());
    String[] names = rows.removeFirst();
    Collections.shuffle(rows, new Random(seed));
    int half = rows.size() / 2;
    return Scorer.ofDefaults()
        .score(
            table("one half", names, rows.subList(0, half)),
            table("other half", names, rows.subList(half, rows.size())));
  }

  private static MemoryTable table(String source, String[] names, List<String[]> rows) {
    return MemoryTable.of(
        source,
        IntStream.range(0, names.length)
            .mapToObj(
                i -> column(names[i], rows.stream().map(row -> row[i]).toArray(String[]::new)))
            .toArray(MemoryColumn[]::new));
  }

  private static MemoryColumn column(String name, String[] values) {
    return Arrays.stream(values).allMatch(value -> value.matches("-?\\d+"))
        ? MemoryColumn.longs(name, Arrays.stream(values).map(Long::valueOf).toArray(Long[]::new))
        : MemoryColumn.texts(name, values);
  }
}
