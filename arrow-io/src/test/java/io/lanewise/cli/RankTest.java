package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.arrow.OutputColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several generated sets is nearest. */
class RankTest {

  @TempDir private Path folder;
  private Path real;
  private Path near;
  private Path off;
  private Path far;

  @BeforeEach
  void writeSets() {
    real = set("real", 3000, 0, 1);
    near = set("near", 1500, 0, 2);
    off = set("off", 3000, 0.4, 3);
    far = set("far", 2000, 1, 4);
  }

  /** Numbers below 20 and words, the lower ones more often the farther it is off. */
  private Path set(String name, int rows, double off, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] numbers = new long[rows];
    String[] words = new String[rows];
    for (int row = 0; row < rows; row++) {
      numbers[row] = (long) (20 * Math.pow(random.nextDouble(), 1 + off));
      words[row] = "v" + (int) (10 * Math.pow(random.nextDouble(), 1 + off));
    }
    return Tables.write(
        folder.resolve(name + ".arrow"), Tables.longs("k", numbers), Tables.words("t", words));
  }

  private Map<String, Object> json(Object... arguments) {
    Object[] all = new Object[arguments.length + 2];
    all[0] = "rank";
    all[1] = "--format=json";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Outcome.of(all).json();
  }

  private static List<String> sources(Map<String, Object> json) {
    return Json.objects(json.get("sets")).stream()
        .map(set -> Path.of((String) set.get("source")).getFileName().toString())
        .toList();
  }

  @Test
  void theNearestComesFirst() {
    Map<String, Object> json = json(real, far, near, off);
    assertEquals("lanewise.rank/1", json.get("schema"));
    assertEquals("bits", json.get("unit"));
    assertEquals(List.of("near.arrow", "off.arrow", "far.arrow"), sources(json));
    List<Map<String, Object>> sets = Json.objects(json.get("sets"));
    assertEquals(1, Json.integer(sets.getFirst().get("position")));
    assertEquals(1500, Json.integer(sets.getFirst().get("rows")));
    assertEquals(2, Json.integer(json.get("comparisons")));
    Map<String, Object> toNext = Json.object(sets.getFirst().get("toNext"));
    assertTrue(Json.number(toNext.get("pValue")) < 0.05);
    assertEquals(false, toNext.get("withinChance"));
    assertNull(sets.getLast().get("toNext"));
    Map<String, Object> definitions = Json.object(json.get("definitions"));
    sets.getFirst().keySet().stream()
        .filter(name -> !List.of("rank", "source", "rows").contains(name))
        .forEach(name -> assertTrue(definitions.containsKey(name), name));
    toNext.keySet().stream()
        .filter(name -> !name.equals("difference"))
        .forEach(name -> assertTrue(definitions.containsKey(name), name));
  }

  /** What stands in the ranking is what score says of each set. */
  @Test
  void numbersAreThoseOfScore() {
    Map<String, Object> set = Json.objects(json(real, off, far).get("sets")).getFirst();
    Map<String, Object> score = Outcome.score(real, off, "--format=json").json();
    assertEquals(Json.object(score.get("summary")).get("fidelity"), set.get("fidelity"));
    double js =
        Json.columns(score).values().stream()
            .mapToDouble(column -> Json.number(column.get("js")))
            .average()
            .orElseThrow();
    // Two numbers and their mean, each rounded once more in another unit.
    assertEquals(js, Json.number(set.get("js")), 4 * Math.ulp(js));
  }

  @Test
  void textFitsAndSaysWhatIsChance() throws IOException {
    Path again = folder.resolve("again.arrow");
    Files.copy(off, again);
    String text = Outcome.of("rank", real, far, off, again).result();
    assertTrue(text.contains("within chance: `"), text);
    assertTrue(text.contains("p to next"), text);
    assertTrue(text.contains("2 comparisons"), text);
    assertTrue(text.contains("far.arrow"), text);
    text.lines().forEach(line -> assertTrue(line.length() <= 100, line));
    String plain =
        Outcome.of(new byte[0], StandardCharsets.US_ASCII, "rank", real, far, off).result();
    assertTrue(plain.chars().allMatch(c -> c < 127), plain);
  }

  @Test
  void profilesStandForTheirData() {
    Path realProfile = folder.resolve("real.profile");
    Path offProfile = folder.resolve("off.profile");
    Outcome.of("profile", real, "-o", realProfile).result();
    Outcome.of("profile", off, "--reference", realProfile, "-o", offProfile).result();
    assertEquals(
        withoutSources(Outcome.of("rank", real, far, off, "--format=json").result()),
        withoutSources(Outcome.of("rank", realProfile, far, offProfile, "--format=json").result()));
    Outcome.of("rank", realProfile, off, "--bins", 3).refuses(2, "--bins", "real.profile");
    Path alone = folder.resolve("alone.profile");
    Outcome.of("profile", far, "-o", alone).result();
    Outcome.of("rank", realProfile, off, alone).refuses(3, "have different references");
  }

  private static String withoutSources(String json) {
    return json.replaceAll("\"source\": .*", "");
  }

  @Test
  void oneSetIsRankedToo() {
    Map<String, Object> json = json(real, off, "--unit=nats");
    assertEquals("nats", json.get("unit"));
    assertEquals(0, Json.integer(json.get("comparisons")));
    assertEquals(1, Json.objects(json.get("sets")).size());
  }

  @Test
  void columnsThatASetLacksCountForNone() {
    OutputColumn numbers = Tables.longs("k", 1, 2, 3);
    Path lacks = Tables.write(folder.resolve("lacks.arrow"), numbers);
    Map<String, Object> json = json(real, off, lacks);
    assertEquals(1, Json.integer(json.get("columns")));
    Map<String, Object> left = Json.objects(json.get("notScored")).getFirst();
    assertEquals("t", left.get("name"));
    assertEquals("not in the generated data: " + lacks, left.get("reason"));
  }

  @Test
  void theResultGoesToAFileOrComesFromStandardInput() throws IOException {
    Path result = folder.resolve("rank.json");
    assertEquals("", Outcome.of("rank", real, off, "--format=json", "-o", result).result());
    assertEquals("lanewise.rank/1", Json.object(Tables.json(result)).get("schema"));
    byte[] bytes = Files.readAllBytes(near);
    String text = Outcome.of(bytes, StandardCharsets.UTF_8, "rank", real, off, "-").result();
    assertTrue(text.contains("stdin"), text);
  }

  @Test
  void whatCannotBeRankedIsRefused() {
    Outcome.of("rank", real).refuses(2, "GENERATED");
    Outcome.of("rank", real, "-", "-").refuses(2, "more than once");
    Outcome.of("rank", real, off, "--format=markdown").refuses(2, "markdown");
    Outcome.of("rank", real, off, "-o", off).refuses(2, "is an input");
    Outcome.of("rank", real, off, "--columns=z").refuses(2, "--columns", "no column 'z'");
    Outcome.of("rank", real, off, folder.resolve("none.arrow")).refuses(3, "none.arrow");
    Path empty = Tables.write(folder.resolve("empty.arrow"), Tables.longs("k"));
    Outcome.of("rank", real, off, empty).refuses(3, "empty.arrow: no rows");
    Path other = Tables.write(folder.resolve("other.arrow"), Tables.longs("z", 1));
    Outcome.of("rank", real, off, other).refuses(3, "no column can be compared", "2 generated");
  }
}
