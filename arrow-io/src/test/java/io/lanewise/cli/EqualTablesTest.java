package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.reliability.Measured;
import io.lanewise.reliability.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How a table is written changes no bit of its score. */
class EqualTablesTest {

  @TempDir private Path folder;

  private record Way(String name, String ending, UnaryOperator<Rewritten> change) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Way> WAYS =
      List.of(
          new Way("by Arrow's writer", ".arrow", table -> table),
          new Way("as a stream", ".arrows", table -> table),
          new Way("row by row", ".arrow", table -> table.split(1)),
          new Way("in batches of 7", ".arrows", table -> table.split(7)),
          new Way("in batches of 1000", ".arrow", table -> table.split(1_000)),
          new Way("with the last batch first", ".arrow", table -> table.split(64).backwards()),
          new Way("with integers of 64 bits", ".arrow", Rewritten::wide),
          new Way("with offsets of 64 bits", ".arrow", Rewritten::large),
          new Way("with dictionaries", ".arrow", table -> table.encoded(32)),
          new Way("with indices of 64 bits", ".arrow", table -> table.encoded(64)),
          new Way("with indices of 16 bits", ".arrows", table -> table.encoded(16)),
          new Way(
              "with all of that",
              ".arrow",
              table -> table.wide().split(100).backwards().encoded(32)));

  /** Two sides; Arrow's classes read what is not compressed, so other files stay as they are. */
  private record Pair(String real, String generated) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("js-alltypes.real.arrow", "js-alltypes.gen.arrow"),
          new Pair("js-dict.real.arrow", "js-dict.gen.arrow"),
          new Pair("js-len-edges.real.arrow", "js-len-edges.gen.arrow"),
          new Pair("js-nulls-one-side.real.arrow", "js-nulls-one-side.gen.arrow"),
          new Pair("js-one-row.real.arrow", "js-one-row.gen.arrow"),
          new Pair("polars-alltypes.uncompressed.real.arrow", "polars-alltypes.zstd.gen.arrow"),
          new Pair(
              "polars-categorical.uncompressed.real.arrow",
              "polars-categorical.uncompressed.gen.arrow"));

  private static int equal;

  @AfterAll
  static void keepFigure() throws IOException {
    Measured.keep(
        Promise.EQUAL_SCORES,
        EqualTablesTest.class,
        "%d scores of %d pairs, written in %d other ways or compressed, have equal bits"
            .formatted(equal, PAIRS.size(), WAYS.size()));
  }

  static Stream<Arguments> ways() {
    return PAIRS.stream().flatMap(pair -> WAYS.stream().map(way -> Arguments.of(pair, way)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("ways")
  void rewritten(Pair pair, Way way) throws IOException {
    Path real = file(pair.real());
    Path generated = file(pair.generated());
    assertEquals(
        score(real, generated), score(rewrite(real, "real", way), rewrite(generated, "gen", way)));
    equal++;
  }

  static Stream<Arguments> compressed() {
    return Stream.of("polars-alltypes", "polars-categorical")
        .flatMap(pair -> Stream.of("lz4", "zstd").map(codec -> Arguments.of(pair, codec)));
  }

  @ParameterizedTest
  @MethodSource("compressed")
  void compressed(String pair, String codec) {
    Path plain = file(pair + ".uncompressed.real.arrow");
    Path real = file(pair + "." + codec + ".real.arrow");
    Path generated = file(pair + ".zstd.gen.arrow");
    Path other = file(pair + "." + codec + ".gen.arrow");
    assertEquals(score(plain, generated), score(real, other));
    equal++;
  }

  private static Path file(String name) {
    return Tables.interop("files/" + name);
  }

  private Path rewrite(Path path, String side, Way way) throws IOException {
    if (path.toString().contains(".zstd.")) {
      return path;
    }
    try (Rewritten table = Rewritten.of(path)) {
      return way.change().apply(table).write(folder.resolve(side + way.ending()));
    }
  }

  /** Without the names of files and of types. */
  private static String score(Path real, Path generated) {
    return Outcome.score(real, generated, "--format=json", "--counts", "--quiet")
        .result()
        .lines()
        .filter(line -> !line.strip().matches("\"(source|type|generatedType)\": .*"))
        .collect(Collectors.joining("\n"));
  }
}
