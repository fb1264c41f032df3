package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.ExtremeNumbers;
import io.lanewise.arrow.OutputColumn;
import io.lanewise.measure.Divergence;
import io.lanewise.measure.Entropy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DivergenceTest {

  @TempDir private Path folder;

  private Path write(OutputColumn... columns) {
    return Tables.write(folder.resolve("weights.arrow"), columns);
  }

  /** p = (1/2, 1/4, 1/4), q = (1/4, 1/4, 1/2): all by hand. */
  @Test
  void aTableOfThreeRows() {
    Path file = write(Tables.longs("a", 2, 1, 1), Tables.doubles("b", 0.5, 0.5, 1));
    Map<String, Object> json =
        Outcome.of("divergence", file, "--p", "a", "--q", "b", "--format", "json").json();
    assertEquals("lanewise.divergence/1", json.get("schema"));
    assertEquals("bits", json.get("unit"));
    assertEquals(3.0, number(json, "rows"));
    assertEquals(1.5, number(json, "entropyP"), 1e-15);
    assertEquals(1.5, number(json, "entropyQ"), 1e-15);
    assertEquals(1.75, number(json, "crossEntropy"), 1e-15);
    assertEquals(0.25, number(json, "klPQ"), 1e-15);
    assertEquals(0.25, number(json, "klQP"), 1e-15);
    assertEquals(0.25, number(json, "totalVariation"), 1e-15);
    double m = 3.0 / 8;
    double js = (0.5 * Math.log(0.5 / m) + 0.25 * Math.log(0.25 / m)) / Divergence.LN2;
    assertEquals(js, number(json, "js"), 1e-15);
  }

  @Test
  void inNatsEveryDigitIsThatOfTheLibrary() {
    SplittableRandom random = new SplittableRandom(1);
    double[] p = random.doubles(5000).toArray();
    double[] q = random.doubles(5000).toArray();
    Path file =
        Tables.write(
            folder.resolve("weights.arrow"),
            700,
            List.of(Tables.doubles("p", p), Tables.doubles("q", q)));
    Map<String, Object> json =
        Outcome.of("divergence", file, "--p=p", "--q=q", "--unit=nats", "--format=json").json();
    assertEquals(Entropy.entropy(p), number(json, "entropyP"));
    assertEquals(Entropy.crossEntropy(p, q), number(json, "crossEntropy"));
    assertEquals(Divergence.klDivergence(q, p), number(json, "klQP"));
    assertEquals(Divergence.jsDivergence(p, q), number(json, "js"));
  }

  /** Past 2^53 as integers are, and their total past 2^63: what differs by 1 differs. */
  @Test
  void integersAreExactWhateverTheirSize() {
    long[] p = {Long.MAX_VALUE, Long.MAX_VALUE - 1, 1L << 53, 3};
    long[] q = {Long.MAX_VALUE, Long.MAX_VALUE, (1L << 53) - 1, 3};
    Path file =
        Tables.write(
            folder.resolve("weights.arrow"),
            3,
            List.of(Tables.longs("p", p), Tables.longs("q", q)));
    Map<String, Object> json =
        Outcome.of("divergence", file, "--p=p", "--q=q", "--unit=nats", "--format=json").json();
    assertEquals(Entropy.entropy(p), number(json, "entropyP"));
    assertEquals(Entropy.entropy(q), number(json, "entropyQ"));
    assertEquals(Entropy.crossEntropy(p, q), number(json, "crossEntropy"));
    assertEquals(Divergence.klDivergence(p, q), number(json, "klPQ"));
    assertEquals(Divergence.klDivergence(q, p), number(json, "klQP"));
    assertEquals(Divergence.jsDivergence(p, q), number(json, "js"));
    assertEquals(Divergence.totalVariation(p, q), number(json, "totalVariation"));
    // From sum p ln(p/q) and 1/2 sum |p - q| in mpmath with 70 digits; 4 terms of 1e-15 each.
    assertEquals(3.010734188928924e-36, number(json, "klPQ"), 4e-15 * 3e-36);
    assertEquals(7.52683547232231e-37, number(json, "js"), 4e-15 * 7.5e-37);
    assertEquals(5.418365176306279e-20, number(json, "totalVariation"), 4e-15 * 5.4e-20);
    long[] wide = {5L << 53, 0};
    Path disjoint = write(Tables.longs("a", wide), Tables.longs("b", 0, 7L << 53));
    Map<String, Object> far =
        Outcome.of("divergence", disjoint, "--p=a", "--q=b", "--format=json").json();
    assertEquals(1, number(far, "js"));
    assertEquals("Infinity", far.get("klPQ"));
  }

  @Test
  void whatIsMissingOnOneSideIsInfinitelyFar() {
    Path file = write(Tables.longs("a", 1, 1, 0), Tables.longs("b", 1, 0, 1));
    Map<String, Object> json =
        Outcome.of("divergence", file, "--p=a", "--q=b", "--format=json").json();
    assertEquals("Infinity", json.get("klPQ"));
    assertEquals("Infinity", json.get("crossEntropy"));
    String text = Outcome.of("divergence", file, "--p=a", "--q=b").result();
    assertTrue(text.contains("3 symbols, in bits"), text);
    assertTrue(text.contains("inf"), text);
  }

  @Test
  void theResultGoesToAFileOrFromStandardInput() throws IOException {
    Path file = write(Tables.longs("a", 1, 2), Tables.longs("b", 2, 1));
    Path result = folder.resolve("result.json");
    assertEquals(
        "",
        Outcome.of("divergence", file, "--p=a", "--q=b", "--format=json", "-o", result).result());
    String expected = Files.readString(result).replace(file.toString(), "stdin");
    Outcome piped =
        Outcome.of(
            Files.readAllBytes(file),
            StandardCharsets.UTF_8,
            "divergence",
            "-",
            "--p=a",
            "--q=b",
            "--format=json");
    assertEquals(expected, piped.result());
    Outcome.of("divergence", file, "--p=a", "--q=b", "-o", file)
        .refuses(ExitCode.USAGE, "is an input");
  }

  @Test
  void weightsThatAreNoneAreRefused() {
    for (double bad : new double[] {-0.5, Double.NaN, Double.POSITIVE_INFINITY}) {
      Path file = write(Tables.doubles("a", 1, 1, 1), Tables.doubles("b", 1, 1, bad));
      refuses(file, "row 2", "column 'b'", String.valueOf(bad));
    }
    refuses(
        write(Tables.doubles("a", 1, 1), Tables.longs("b", 1, 1L << 53)),
        "row 1",
        "column 'b'",
        "9007199254740992",
        "below 2^53",
        "column 'a'");
    refuses(
        write(Tables.longs("a", 1L << 60, -1), Tables.longs("b", 1, 1)),
        "row 1",
        "column 'a'",
        "-1");
    refuses(write(Tables.longs("a", 1, -1), Tables.longs("b", 1, 1)), "row 1", "column 'a'", "-1");
    refuses(write(Tables.longs("a", 0, 0), Tables.longs("b", 1, 1)), "column 'a'", "all 2 weights");
    BitSet missing = new BitSet();
    missing.set(1);
    OutputColumn withNull = new OutputColumn.Longs("b", new long[] {1, 1}, missing);
    refuses(write(Tables.longs("a", 1, 1), withNull), "row 1", "column 'b'", "null");
  }

  @Test
  void decimalsAreRefusedAsTheyAreWritten() throws IOException {
    Path file = folder.resolve("decimals.arrows");
    Files.write(file, ExtremeNumbers.decimals(2, 250, 0, -150, -1));
    Outcome.of("divergence", file, "--p=x", "--q=x")
        .refuses(ExitCode.DATA, "row 1", "column 'x'", "-1.50,");
  }

  @Test
  void columnsThatAreNoneAreRefused() {
    refuses(write(Tables.longs("a", 1), Tables.words("b", "x")), "column 'b'", "expected numbers");
    refuses(write(Tables.longs("a", 1), Tables.longs("c", 1)), "no column 'b'");
    refuses(
        write(Tables.longs("a", 1), Tables.longs("b", 1), Tables.longs("b", 1)), "2 columns 'b'");
    Path file = write(Tables.longs("a", 1), Tables.longs("b", 1));
    Outcome.of("divergence", file, "--p", "a").refuses(ExitCode.USAGE, "--q");
    Outcome.of("divergence", file, "--p=a", "--q=b", "--format=markdown")
        .refuses(ExitCode.USAGE, "expected text or json");
  }

  private static void refuses(Path file, Object... mentioned) {
    Outcome outcome = Outcome.of("divergence", file, "--p", "a", "--q", "b");
    outcome.refuses(ExitCode.DATA, mentioned);
    outcome.refuses(ExitCode.DATA, file);
  }

  private static double number(Map<String, Object> json, String name) {
    return ((Number) json.get(name)).doubleValue();
  }
}
