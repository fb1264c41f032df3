package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.arrow.ExtremeNumbers;
import io.lanewise.reliability.Measured;
import io.lanewise.reliability.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Numbers at the ends of their types, from an Arrow stream to the counts of a score: the rules are
 * those of {@link io.lanewise.profile.Symbol} and {@link io.lanewise.profile.Bins}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class NumbersTest {

  private static final long TWO_TO_53 = 1L << 53;

  private int values;

  @TempDir private Path folder;

  @AfterAll
  void keepFigure() throws IOException {
    Measured.keep(
        Promise.NUMBERS,
        getClass(),
        "%d symbols and bins of extreme numbers, 0 with another count".formatted(values));
  }

  private Path write(String name, byte[] stream) throws IOException {
    return Files.write(folder.resolve(name), stream);
  }

  /** How often each symbol occurs on the real and on the generated side. */
  private Map<String, String> counts(byte[] real, byte[] generated, Object... options)
      throws IOException {
    List<Object> words = new ArrayList<>(List.of(options));
    words.addAll(List.of("--counts", "--format", "json"));
    Map<String, Object> json =
        Outcome.score(write("real", real), write("generated", generated), words.toArray()).json();
    Map<String, String> counts = new LinkedHashMap<>();
    for (Map<String, Object> count : Json.objects(Json.columns(json).get("x").get("counts"))) {
      String symbol = String.valueOf(count.get("symbol"));
      String both = Json.integer(count.get("real")) + " " + Json.integer(count.get("generated"));
      assertEquals(null, counts.put(symbol, both), symbol);
    }
    return counts;
  }

  private void hasSymbols(byte[] stream, Object... symbolsAndCounts) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (int i = 0; i < symbolsAndCounts.length; i += 2) {
      Object count = symbolsAndCounts[i + 1];
      expected.put(String.valueOf(symbolsAndCounts[i]), count + " " + count);
    }
    assertEquals(expected, new TreeMap<>(counts(stream, stream, "--categorical", "x")));
    values += expected.size();
  }

  private void hasBins(byte[] stream, String edges, int... expected) throws IOException {
    Path spec = folder.resolve("spec.json");
    Files.writeString(
        spec, "{\"columns\": {\"x\": {\"kind\": \"numeric\", \"edges\": " + edges + "}}}");
    List<String> counts = new ArrayList<>();
    for (int count : expected) {
      counts.add(count + " " + count);
    }
    Map<String, String> found = counts(stream, stream, "--spec", spec);
    assertEquals(counts, List.copyOf(found.values()), found::toString);
    values += expected.length;
  }

  @Test
  void everyPayloadOfNanIsOneSymbol() throws IOException {
    long quiet = 0x7FF8_0000_0000_0000L;
    long signalling = 0x7FF0_0000_0000_0001L;
    long negative = 0xFFF8_0000_0000_0001L;
    byte[] doubles = ExtremeNumbers.float64(quiet, signalling, negative, Long.MAX_VALUE, 0);
    hasSymbols(doubles, "NaN", 4, 0.0, 1);
    hasSymbols(ExtremeNumbers.float32(0x7FC0_0000, 0x7F80_0001, 0xFFC0_0001), "NaN", 3);
    hasSymbols(ExtremeNumbers.float16(0x7E00, 0x7C01, 0xFE01), "NaN", 3);
    hasBins(doubles, "[0, 1]", 0, 1, 0, 4, 0);
  }

  @Test
  void negativeZeroIsZeroAndSubnormalsAreNot() throws IOException {
    double least = Double.MIN_VALUE;
    double below = Math.nextDown(Double.MIN_NORMAL);
    byte[] doubles = ExtremeNumbers.float64(-0.0, 0.0, least, -least, below, Double.MIN_NORMAL);
    hasSymbols(doubles, 0.0, 2, least, 1, -least, 1, below, 1, Double.MIN_NORMAL, 1);
    hasSymbols(ExtremeNumbers.float32(0x8000_0000, 0, 1), 0.0, 2, (double) Float.MIN_VALUE, 1);
    hasSymbols(ExtremeNumbers.float16(0x8000, 0, 1), 0.0, 2, 0x1p-24, 1);
    hasBins(doubles, "[0, 4.9E-324, 1]", 1, 2, 3, 0, 0, 0);
  }

  @Test
  void infinitiesLieBeyondEveryNumber() throws IOException {
    double infinite = Double.POSITIVE_INFINITY;
    double most = Double.MAX_VALUE;
    byte[] doubles = ExtremeNumbers.float64(infinite, -infinite, most, -most);
    hasSymbols(doubles, infinite, 1, -infinite, 1, most, 1, -most, 1);
    hasSymbols(ExtremeNumbers.float32(0x7F80_0000, 0xFF80_0000), infinite, 1, -infinite, 1);
    hasSymbols(ExtremeNumbers.float16(0x7C00, 0xFC00), infinite, 1, -infinite, 1);
    hasBins(doubles, "[" + -most + ", 0, " + most + "]", 1, 1, 1, 1, 0, 0);
  }

  @Test
  void neighboursAt53BitsStayApart() throws IOException {
    byte[] longs =
        ExtremeNumbers.integers(true, TWO_TO_53 - 1, TWO_TO_53, TWO_TO_53 + 1, TWO_TO_53 + 2);
    byte[] doubles = ExtremeNumbers.float64(0x1p53 - 1, 0x1p53, 0x1p53 + 2, 0x1p53 + 4);
    assertEquals(
        Map.of(
            "9007199254740991", "1 1",
            "9007199254740992", "1 1",
            "9007199254740993", "1 0",
            "9007199254740994", "1 1",
            "9007199254740996", "0 1"),
        counts(longs, doubles, "--categorical", "x"));
    hasBins(longs, "[9007199254740992, 9007199254740993]", 1, 2, 1, 0, 0);
    hasBins(longs, "[9007199254740993, 9007199254740994]", 2, 2, 0, 0, 0);
    // An edge of floating-point numbers is the double that its digits are read as, here 2^53.
    hasBins(doubles, "[9007199254740993, 9007199254740994]", 1, 2, 1, 0, 0);
  }

  @Test
  void unsignedIntegersKeepTheirHighestBit() throws IOException {
    byte[] values = ExtremeNumbers.integers(false, Long.MAX_VALUE, Long.MIN_VALUE, -2, -1, 0);
    hasSymbols(
        values,
        "9223372036854775807",
        1,
        "9223372036854775808",
        1,
        "18446744073709551614",
        1,
        "18446744073709551615",
        1,
        "0",
        1);
    hasBins(values, "[9223372036854775808, 18446744073709551615]", 2, 3, 0, 0, 0);
    // 2^64 - 1 is a decimal, too, and no double: the nearest is 2^64.
    assertEquals(
        Map.of("18446744073709551615", "1 1", "2", "0 1"),
        counts(
            ExtremeNumbers.integers(false, -1),
            ExtremeNumbers.decimals(2, -100, 99, 200, 0),
            "--categorical",
            "x"));
    assertEquals(
        Map.of("18446744073709551615", "1 0", "18446744073709551616", "0 1"),
        counts(
            ExtremeNumbers.integers(false, -1),
            ExtremeNumbers.float64(0x1p64),
            "--categorical",
            "x"));
  }

  @Test
  void decimalsBeyondDoubleAreExact() throws IOException {
    byte[] values =
        ExtremeNumbers.decimals(2, 0, 1L << 62, 1, 1L << 62, -1, Long.MAX_VALUE, 0, Long.MIN_VALUE);
    hasSymbols(
        values,
        "850705917302346158658436518579420528.64",
        1,
        "850705917302346158658436518579420528.65",
        1,
        "1701411834604692317316873037158841057.27",
        1,
        "-1701411834604692317316873037158841057.28",
        1);
    hasBins(
        values,
        "[850705917302346158658436518579420528.65, 1701411834604692317316873037158841057.26]",
        2,
        1,
        1,
        0,
        0);
    String wide = "2894802230932904885589274625217197696331749616641014100986439600197828240";
    hasSymbols(
        ExtremeNumbers.decimals(4, 0, 0, 0, 1L << 62, 1, 0, 0, 1L << 62, -1, -1, -1, -1),
        wide + "99.84",
        1,
        wide + "99.85",
        1,
        "-0.01",
        1);
  }

  @Test
  void timestampsAtTheEndsStayApart() throws IOException {
    long least = Long.MIN_VALUE;
    long most = Long.MAX_VALUE;
    for (byte[] stream : ExtremeNumbers.timestamps(least, least + 1, -1, 0, most - 1, most)) {
      Map<String, String> counts = counts(stream, stream, "--categorical", "x");
      assertEquals(6, counts.size(), counts::toString);
      counts.forEach((symbol, count) -> assertEquals("1 1", count, symbol));
      hasBins(stream, "[" + (least + 1) + ", 0, " + (most - 1) + "]", 1, 2, 2, 1, 0, 0);
      values += 6;
    }
    byte[] nanoseconds = ExtremeNumbers.timestamps(least, most).getLast();
    hasSymbols(
        nanoseconds, "1677-09-21T00:12:43.145224192Z", 1, "2262-04-11T23:47:16.854775807Z", 1);
  }
}
