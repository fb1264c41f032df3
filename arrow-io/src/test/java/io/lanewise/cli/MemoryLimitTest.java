package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.LargeBatches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --memory-limit} is what the help says, and it holds. */
class MemoryLimitTest {

  private static final Path REAL = Tables.interop("files/polars-alltypes.zstd.real.arrow");
  private static final Path GENERATED = Tables.interop("files/polars-alltypes.zstd.gen.arrow");

  @ParameterizedTest
  @ValueSource(strings = {"score", "rank", "profile", "discriminate", "train"})
  void theDefaultIsStated(String command) {
    String help = Outcome.of(command, "--help").result().replaceAll("\\s+", " ");
    assertTrue(
        help.contains(
            "hold at most SIZE of decompressed data at a time, like 512M or 2G (default: 1G)"),
        help);
    assertEquals(1L << 30, new WorkOptions().budget().limitBytes());
  }

  @Test
  void withinTheLimitTheResultIsTheSameAndBelowItIsRefused() {
    String expected = score("1G").result();
    int refused = 0;
    int scored = 0;
    for (int limit = 1024; limit <= 1 << 24; limit *= 2) {
      Outcome outcome = score(Integer.toString(limit));
      if (outcome.exitCode() == ExitCode.OK) {
        assertEquals(expected, outcome.result());
        scored++;
      } else {
        outcome.refuses(ExitCode.DATA, "of the memory limit of " + limit + " bytes");
        assertEquals(0, scored, "less was enough");
        refused++;
      }
    }
    assertTrue(refused > 0 && scored > 0, refused + " refused, " + scored + " scored");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void aSequentialTestWaitsForOthersToo(int threads, @TempDir Path folder) throws IOException {
    Path stream = Files.write(folder.resolve("s.arrows"), LargeBatches.stream());
    for (int again = 0; again < 10; again++) {
      Outcome outcome =
          Outcome.score(
              stream,
              stream,
              "--every",
              "1M",
              "--sequential",
              "--memory-limit",
              LargeBatches.OF_BATCH,
              "--threads",
              threads);
      assertEquals(ExitCode.OK, outcome.exitCode(), outcome::err);
    }
  }

  private static Outcome score(String limit) {
    return Outcome.score(
        REAL, GENERATED, "--memory-limit", limit, "--threads", 1, "--pairs", "none");
  }
}
