package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.OutputColumn;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A discriminator's logits against labels. */
class LogitsTest {

  private static final double LN2 = Math.log(2);

  @TempDir private Path folder;

  private Path write(OutputColumn... columns) {
    return Tables.write(folder.resolve("judged.arrow"), columns);
  }

  private static OutputColumn booleans(String name, boolean... values) {
    return new OutputColumn.Booleans(name, values, new BitSet());
  }

  private static Outcome run(Path file, Object... options) {
    Object[] all = new Object[options.length + 4];
    all[0] = "divergence";
    all[1] = file;
    all[2] = "--logits=z";
    all[3] = "--labels=y";
    System.arraycopy(options, 0, all, 4, options.length);
    return Outcome.of(all);
  }

  private static double number(Map<String, Object> json, String name) {
    return Json.number(json.get(name));
  }

  /** D = 3/4 on both real rows, 1/4 on both generated ones: all by hand. */
  @Test
  void aTableOfFourRows() {
    double z = Math.log(3);
    Path file = write(Tables.doubles("z", z, z, -z, -z), booleans("y", true, true, false, false));
    Map<String, Object> json = run(file, "--format=json", "--unit=nats").json();
    assertEquals("lanewise.logits/1", json.get("schema"));
    assertEquals("nats", json.get("unit"));
    assertEquals(4, Json.integer(json.get("rows")));
    assertEquals(2, number(json, "real"));
    assertEquals(2, number(json, "generated"));
    assertEquals(Math.log(4.0 / 3), number(json, "crossEntropy"), 1e-15);
    assertEquals(-2 * Math.log(4.0 / 3), number(json, "value"), 1e-15);
    assertEquals(Math.log(1.5), number(json, "jsLowerBound"), 1e-15);
    // All rows of a side are alike, so nothing varies.
    assertEquals(Math.log(1.5), number(json, "jsLowerLimit"), 1e-15);
    assertEquals(1, number(json, "accuracy"));
    Map<String, Object> definitions = Json.object(json.get("definitions"));
    assertEquals(
        List.of(
            "real",
            "generated",
            "crossEntropy",
            "accuracy",
            "value",
            "jsLowerBound",
            "jsLowerLimit"),
        List.copyOf(definitions.keySet()));
    Map<String, Object> bits = run(file, "--format=json").json();
    assertEquals(Math.log(1.5) / LN2, number(bits, "jsLowerBound"), 1e-15);
  }

  @Test
  void labelsMayBeNumbersOrBooleansAndBatchesDoNotMatter() {
    SplittableRandom random = new SplittableRandom(1);
    int rows = 3000;
    double[] z = random.doubles(rows, -5, 5).toArray();
    boolean[] truths = new boolean[rows];
    long[] numbers = new long[rows];
    double[] fractions = new double[rows];
    for (int row = 0; row < rows; row++) {
      truths[row] = random.nextBoolean();
      numbers[row] = truths[row] ? 1 : 0;
      fractions[row] = numbers[row];
    }
    String expected = null;
    int batch = 100;
    for (OutputColumn labels :
        List.of(
            booleans("y", truths), Tables.longs("y", numbers), Tables.doubles("y", fractions))) {
      Path file = folder.resolve("judged.arrow");
      Tables.write(file, batch, List.of(Tables.doubles("z", z), labels));
      String json = run(file, "--format=json").result();
      expected = expected == null ? json : expected;
      assertEquals(expected, json);
      batch += 613;
    }
  }

  @Test
  void aMissingSideIsSaid() {
    Path file = write(Tables.doubles("z", 1, 2), Tables.longs("y", 1, 1));
    String text = run(file).result();
    assertTrue(text.contains("no row is generated: V and its bound need both sides"), text);
    Map<String, Object> json = run(file, "--format=json").json();
    assertNull(json.get("value"));
    assertNull(json.get("jsLowerBound"));
    String smooth = run(write(Tables.doubles("z", 1, 2), Tables.doubles("y", 0.9, 0.1))).result();
    assertTrue(smooth.contains("mix the sides"), smooth);
    smooth.lines().forEach(line -> assertTrue(line.length() <= 100 || line.contains("/"), line));
  }

  @Test
  void infiniteLogitsAreRightOrInfinitelyWrong() {
    double inf = Double.POSITIVE_INFINITY;
    Path right = write(Tables.doubles("z", inf, -inf), Tables.longs("y", 1, 0));
    assertEquals(0, number(run(right, "--format=json").json(), "crossEntropy"));
    Path wrong = write(Tables.doubles("z", inf, -inf), Tables.longs("y", 0, 0));
    assertEquals("Infinity", run(wrong, "--format=json").json().get("crossEntropy"));
    Path both = write(Tables.doubles("z", inf, -inf), Tables.longs("y", 0, 1));
    assertEquals("-Infinity", run(both, "--format=json").json().get("value"));
    assertTrue(run(both).result().contains("-inf"));
  }

  @Test
  void badRowsAreRefused() {
    run(write(Tables.doubles("z", 1, Double.NaN), Tables.longs("y", 1, 0)))
        .refuses(ExitCode.DATA, "judged.arrow", "row 1", "column 'z'", "NaN");
    run(write(Tables.doubles("z", 1, 1), Tables.longs("y", 1, 2)))
        .refuses(ExitCode.DATA, "row 1", "column 'y'", "2.0", "from 0 to 1");
    run(write(Tables.doubles("z", 1), Tables.doubles("y", -0.25)))
        .refuses(ExitCode.DATA, "row 0", "column 'y'", "-0.25");
    BitSet missing = new BitSet();
    missing.set(1);
    OutputColumn withNull = new OutputColumn.Booleans("y", new boolean[] {true, true}, missing);
    run(write(Tables.doubles("z", 1, 1), withNull))
        .refuses(ExitCode.DATA, "row 1", "column 'y'", "null");
    run(write(Tables.doubles("z"), Tables.longs("y"))).refuses(ExitCode.DATA, "0 rows");
    run(write(Tables.doubles("z", 1), Tables.words("y", "real")))
        .refuses(ExitCode.DATA, "column 'y'", "expected booleans or numbers");
    run(write(booleans("z", true), Tables.longs("y", 1)))
        .refuses(ExitCode.DATA, "column 'z'", "expected numbers");
  }

  @Test
  void exactlyOnePairOfColumnsIsNamed() {
    Path file = write(Tables.doubles("z", 1), Tables.longs("y", 1));
    Outcome.of("divergence", file).refuses(ExitCode.USAGE, "--p and --q", "--logits and --labels");
    Outcome.of("divergence", file, "--logits=z").refuses(ExitCode.USAGE, "without --labels");
    Outcome.of("divergence", file, "--labels=y").refuses(ExitCode.USAGE, "without --logits");
    Outcome.of("divergence", file, "--q=y").refuses(ExitCode.USAGE, "--q without --p");
    run(file, "--p=z").refuses(ExitCode.USAGE, "at once");
    run(file, "--p=z", "--q=y").refuses(ExitCode.USAGE, "at once");
  }
}
