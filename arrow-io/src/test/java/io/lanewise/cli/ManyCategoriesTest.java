package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.OutputColumn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million distinct values are bounded in memory, and the result says so. */
class ManyCategoriesTest {

  private static final int DISTINCT = 1_000_000;

  /** 65,536 values and 4,096 buckets, with keys of a dozen bytes. */
  private static final long MOST_BYTES = 2_000_000;

  @TempDir private Path folder;

  private Path write(String name, int shift) {
    List<String> words = IntStream.range(shift, DISTINCT + shift).mapToObj(i -> "c" + i).toList();
    return Tables.write(
        folder.resolve(name),
        100_000,
        List.of(
            new OutputColumn.Words(
                "c", IntStream.range(0, DISTINCT).toArray(), words, new BitSet())));
  }

  @Test
  void theFoldIsInTheResult() throws Exception {
    Path real = write("real.arrow", 0);
    Path generated = write("generated.arrow", DISTINCT / 2);
    Path profile = folder.resolve("generated.profile");
    Path reference = folder.resolve("real.profile");
    Outcome.of("profile", real, "-o", reference, "--categorical", "c").result();
    Outcome.of("profile", generated, "-o", profile, "--reference", reference).result();
    assertTrue(Files.size(profile) < MOST_BYTES, () -> file(profile));

    Map<String, Object> score =
        Outcome.score(real, generated, "--categorical", "c", "--format", "json").json();
    Map<String, Object> column = Json.columns(score).get("c");
    assertEquals(true, column.get("folded"));
    // Half of the values are new; in buckets, which both sides fill alike, most of that is lost.
    double js = Json.number(column.get("js"));
    assertTrue(js > 0 && js < 0.5, () -> "JS " + js);
    String text = Outcome.score(real, generated, "--categorical", "c").result();
    assertTrue(text.contains("~ more than 65,536 distinct values: rare ones are counted"), text);
    assertEquals(
        score.get("columns"),
        Outcome.score(reference, profile, "--format", "json").json().get("columns"));
  }

  private static String file(Path path) {
    return path + " has " + path.toFile().length() + " bytes";
  }
}
