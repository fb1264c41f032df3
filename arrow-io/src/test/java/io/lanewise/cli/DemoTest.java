package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demonstration: its truth is true, and what it tells to type works. */
class DemoTest {

  /** Most bins, with underflow, overflow, NaN and null. */
  private static final int MOST_SYMBOLS = 68;

  @TempDir private Path folder;

  /**
   * The mean of measured JS lies above the truth of the binned distributions by (K-1)(1/n + 1/m)/8
   * nats, and it spreads about it by less than sqrt(2/n) per side: JS is the mean of log ratios
   * that are at most ln 2, so its variance is at most (ln 2)^2 (1/n + 1/m) / 4. Five of those. Bins
   * take away from numbers: 64 of equal mass take less than 0.002 nats of a normal distribution of
   * twice the spread.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 42})
  void whatIsMeasuredIsTheTruthWithinItsNoise(long seed) {
    int rows = 200_000;
    Outcome.of("demo", "--dir", folder, "--rows", rows, "--seed", seed).result();
    Map<String, Map<String, Object>> columns =
        Json.columns(
            Outcome.score(
                    folder.resolve("real.arrow"),
                    folder.resolve("generated.arrow"),
                    "--unit",
                    "nats",
                    "--format",
                    "json")
                .json());
    assertEquals(DemoTables.truths().keySet().size(), columns.size());
    DemoTables.truths()
        .forEach(
            (name, truth) -> {
              Map<String, Object> column = columns.get(name);
              int symbols = column.get("kind").equals("numeric") ? MOST_SYMBOLS : 4;
              double bias = (symbols - 1) * (2.0 / rows) / 8;
              double spread = 5 * Math.log(2) * Math.sqrt(2.0 / rows) / 2;
              double lost = column.get("kind").equals("numeric") ? 0.002 : 0;
              double js = Json.number(column.get("js"));
              assertTrue(js >= truth.jsNats() - spread - lost, () -> name + " " + js);
              assertTrue(js <= truth.jsNats() + spread + bias, () -> name + " " + js);
            });
    double noise = Json.number(columns.get("noise").get("js"));
    // Under equality 8nm/(n+m) JS is chi-square with K-1 degrees of freedom: five deviations.
    assertTrue(noise * 4 * rows <= MOST_SYMBOLS + 5 * Math.sqrt(2.0 * MOST_SYMBOLS), "" + noise);
  }

  /**
   * I is the mean of log ratios of at most ln 4, so it spreads by less than ln 4 / sqrt(n); five of
   * those, and the bias of the correction, which is of second order.
   */
  @Test
  void theDependenceThatIsMeasuredIsTheTruth() {
    int rows = 100_000;
    String text = Outcome.of("demo", "--dir", folder, "--rows", rows).result();
    double bound = 5 * 2 / Math.sqrt(rows);
    for (boolean real : new boolean[] {true, false}) {
      String[] cells =
          text.lines()
              .filter(line -> line.startsWith("country and currency"))
              .filter(line -> line.endsWith(real ? "real" : "generated"))
              .findFirst()
              .orElseThrow()
              .split(" +", -1);
      // 2 - H(0.9, 1/30, 1/30, 1/30) bits.
      double truth = real ? 1.3725 : 0;
      assertEquals(truth, Double.parseDouble(cells[3]), 0.5e-4);
      assertEquals(truth, Double.parseDouble(cells[4]), bound);
    }
    assertTrue(text.contains("1. `country` and `currency` are related in the real data"), text);
  }

  /** JS of N(0, 1) and N(0, 2) by the trapezoidal rule, whose error is far below a float's. */
  @Test
  void theTruthOfHeightIsThatIntegral() {
    double sum = 0;
    double step = 0.01;
    for (double x = -25; x <= 25; x += step) {
      double p = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
      double q = Math.exp(-x * x / 8) / Math.sqrt(8 * Math.PI);
      double m = (p + q) / 2;
      sum += step * (term(p, m) + term(q, m)) / 2;
    }
    // The constant has six decimals.
    assertEquals(sum, DemoTables.truths().get("height").jsNats(), 0.5e-6);
  }

  private static double term(double p, double m) {
    return p == 0 ? 0 : p * Math.log(p / m);
  }

  @Test
  void itsLastLineIsACommandThatWorks() {
    String text = Outcome.of("demo", "--dir", folder).result();
    text.lines().forEach(line -> assertTrue(line.length() <= 100 || line.contains("Next"), line));
    String last = text.lines().toList().getLast();
    assertTrue(last.startsWith("Next: ./lanewise score "), last);
    Object[] arguments = last.substring("Next: ./lanewise ".length()).split(" ", -1);
    assertTrue(Outcome.of(arguments).result().contains("plan"));
  }

  @Test
  void equalSeedsGiveEqualFiles() throws IOException {
    Path[] folders = {folder.resolve("a"), folder.resolve("b"), folder.resolve("c")};
    Outcome.of("demo", "--dir", folders[0], "--seed", 5).result();
    Outcome.of("demo", "--dir", folders[1], "--seed", 5).result();
    Outcome.of("demo", "--dir", folders[2], "--seed", 6).result();
    byte[][] files = new byte[3][];
    for (int i = 0; i < 3; i++) {
      files[i] = Files.readAllBytes(folders[i].resolve("real.arrow"));
    }
    assertEquals(-1, Arrays.mismatch(files[0], files[1]));
    assertTrue(Arrays.mismatch(files[0], files[2]) >= 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100})
  void fewRowsAreEnough(int rows) {
    assertTrue(Outcome.of("demo", "--dir", folder, "--rows", rows).result().contains("true JS"));
  }

  @Test
  void aFolderThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "before");
    Outcome.of("demo", "--dir", file)
        .refuses(ExitCode.ENVIRONMENT, file + ": cannot be written: ", "is not a folder");
    Outcome.of("demo", "--dir", file.resolve("below")).refuses(ExitCode.ENVIRONMENT, file);
    assertEquals("before", Files.readString(file));
  }
}
