package io.lanewise.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.evaluate.Scorecard;
import io.lanewise.profile.ProfileFormat;
import org.junit.jupiter.api.Test;

/** What the benchmark looks at is what it says, and each of its ways gives the same. */
final class StreamingBenchmarkTest {

  private static StreamingBenchmark counted(int threads) {
    StreamingBenchmark benchmark = new StreamingBenchmark();
    benchmark.threads = threads;
    benchmark.count();
    return benchmark;
  }

  @Test
  void allPairsOfFiftyColumnsAreScored() {
    Scorecard card = counted(1).snapshot();
    assertEquals(50, card.columns().size());
    assertEquals(1_225, card.pairs().size());
    assertEquals(StreamingBenchmark.ROWS_PER_SIDE, card.realRows());
    assertEquals(StreamingBenchmark.ROWS_PER_SIDE, card.generatedRows());
    for (int i = 0; i < WideRows.NUMBERS; i++) {
      assertEquals(64, card.columns().get(i).edges().size() - 1, "bins");
    }
    // Neighbours share 0.7 of what they are made of, columns far apart next to nothing.
    double neighbours = card.pairs().getFirst().real().mutualInformationCorrected();
    double strangers = card.pairs().get(28).real().mutualInformationCorrected();
    assertTrue(neighbours > 0.1, () -> "I = " + neighbours);
    assertTrue(strangers < 0.01, () -> "I = " + strangers);
  }

  @Test
  void threadsChangeNothing() {
    assertEquals(counted(1).snapshot(), counted(2).snapshot());
  }

  @Test
  void bothWaysOfMergingGiveTheSame() {
    StreamingBenchmark benchmark = counted(1);
    assertArrayEquals(ProfileFormat.write(benchmark.merge()).toBytes(), benchmark.mergeBytes());
  }
}
