package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.arrow.ExtremeNumbers;
import io.lanewise.arrow.OutputColumn;
import io.lanewise.arrow.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of a score is a specification that gives the same columns again. */
class SpecRoundTripTest {

  private static final long SEED = 7;

  @TempDir private Path folder;

  private void givesTheSameColumns(Path real, Path generated, Object... options) {
    Path spec = folder.resolve("score.json");
    List<Object> first = new ArrayList<>(List.of("--format", "json", "--counts"));
    List<Object> again = new ArrayList<>(first);
    first.addAll(List.of(options));
    String before = Outcome.score(real, generated, first.toArray()).result();
    first.addAll(List.of("-o", spec));
    Outcome.score(real, generated, first.toArray()).result();
    again.addAll(List.of("--spec", spec));
    String after = Outcome.score(real, generated, again.toArray()).result();
    // Field by field first, for a message that can be read.
    List<Map<String, Object>> expected =
        Json.objects(Json.object(Json.read(before)).get("columns"));
    List<Map<String, Object>> actual = Json.objects(Json.object(Json.read(after)).get("columns"));
    for (int i = 0; i < expected.size(); i++) {
      Map<String, Object> column = expected.get(i);
      for (String field : column.keySet()) {
        if (!field.equals("identifier")) {
          assertEquals(
              column.get(field), actual.get(i).get(field), column.get("name") + " " + field);
        }
      }
    }
    assertEquals(columns(before), columns(after));
  }

  /**
   * All columns as text. A column that is named is no identifier, so the mark is left out, and so
   * are the pairs, of which it is in more.
   */
  private static String columns(String json) {
    return json.substring(json.indexOf("\"columns\""), json.indexOf("\"pairs\": ["))
        .replaceAll("\"identifier\": (true|false)", "");
  }

  @Test
  void ofEveryKindOfNumber() {
    givesTheSameColumns(numbers("real.arrow", 0), numbers("generated.arrow", 1));
  }

  @Test
  void ofFewBins() {
    givesTheSameColumns(numbers("real.arrow", 0), numbers("generated.arrow", 1), "--bins", 3);
  }

  private Path numbers(String name, int shift) {
    SplittableRandom random = new SplittableRandom(SEED + shift);
    int rows = 3000;
    BitSet nulls = new BitSet();
    nulls.set(shift, 40);
    return Tables.write(
        folder.resolve(name),
        700,
        List.of(
            new OutputColumn.Doubles(
                "gaussian", random.doubles(rows).map(u -> shift + u * u).toArray(), nulls),
            new OutputColumn.Doubles(
                "tenths",
                random.ints(rows, 0, 900).mapToDouble(i -> (i + shift) / 10.0).toArray(),
                nulls),
            new OutputColumn.Doubles(
                "wide", random.doubles(rows).map(u -> Math.exp(600 * (u - 0.5))).toArray(), nulls),
            new OutputColumn.Ints("few", random.ints(rows, shift, 9).toArray(), nulls),
            new OutputColumn.Ints("many", random.ints(rows, -5000, 5000).toArray(), nulls),
            new OutputColumn.Longs(
                "nanos",
                random.longs(rows, 0, 3000).map(v -> 1_700_000_000_000_000_000L + v).toArray(),
                nulls),
            new OutputColumn.Longs("any", random.longs(rows).toArray(), nulls),
            new OutputColumn.Dates("day", random.ints(rows, 0, 20_000).toArray(), nulls),
            new OutputColumn.Instants("when", random.longs(rows, 0, 1L << 51).toArray(), nulls),
            new OutputColumn.Booleans("flag", new boolean[rows], nulls),
            new OutputColumn.Words(
                "word", random.ints(rows, 0, 3).toArray(), List.of("a", "b", "c"), nulls)));
  }

  /** The largest scales that are read either way, and one whose numbers are beyond the doubles. */
  @ParameterizedTest
  @ValueSource(ints = {-1000, -300, 1000})
  void ofDecimalsThatAreNoDoubles(int scale) throws IOException {
    Path real = folder.resolve("real");
    Files.write(real, ExtremeNumbers.scaledDecimals(scale, 1, 0, 3, 1L << 40, -1, -1, 7, 1L << 60));
    givesTheSameColumns(real, real);
  }

  @ParameterizedTest
  @CsvSource({
    "js-alltypes.real.arrow, js-alltypes.gen.arrow",
    "polars-alltypes.zstd.real.arrow, polars-alltypes.zstd.gen.arrow",
    "js-nulls-one-side.real.arrow, js-nulls-one-side.gen.arrow",
    "js-one-row.real.arrow, js-one-row.gen.arrow",
  })
  void ofTablesByOtherWriters(String real, String generated) {
    givesTheSameColumns(Tables.interop("files/" + real), Tables.interop("files/" + generated));
  }

  @ParameterizedTest
  @CsvSource({
    "adult/real.arrow, adult/ctgan.zstd.arrow",
    "placements/real.arrow, placements/gen.arrow",
    "flights/flights-200k.arrow, flights/flights-200k.arrow",
  })
  void ofRealTables(String real, String generated) {
    givesTheSameColumns(Shared.path("data/" + real), Shared.path("data/" + generated));
  }
}
