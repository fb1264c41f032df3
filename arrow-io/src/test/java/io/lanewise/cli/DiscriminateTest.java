package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.gan.ClassifierSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a discriminator tells at the shell. */
class DiscriminateTest {

  @TempDir private Path folder;
  private Path real;
  private Path again;
  private Path broken;

  @BeforeEach
  void writeTables() {
    real = table("real", 1500, true, 1);
    again = table("again", 1800, true, 2);
    broken = table("broken", 1800, false, 3);
  }

  /** A number and a word that follows from it or does not, noise, and a name for each row. */
  private Path table(String name, int rows, boolean follows, long seed) {
    Random random = new Random(seed);
    long[] n = new long[rows];
    String[] t = new String[rows];
    double[] x = new double[rows];
    String[] id = new String[rows];
    for (int i = 0; i < rows; i++) {
      n[i] = random.nextInt(6);
      t[i] = "t" + (follows ? n[i] : random.nextInt(6));
      x[i] = random.nextGaussian();
      id[i] = name + i;
    }
    return Tables.write(
        folder.resolve(name + ".arrow"),
        Tables.longs("n", n),
        Tables.words("t", t),
        Tables.doubles("x", x),
        Tables.words("id", id));
  }

  /** Small and quick, but for what a test asks for. */
  private static Outcome run(Path real, Path generated, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("discriminate", real, generated));
    arguments.addAll(List.of(more));
    for (String usual :
        List.of("--discriminator=16", "--dropout=0", "--epochs=80", "--threads=1")) {
      String name = usual.replaceFirst("=.*", "");
      if (arguments.stream().noneMatch(given -> given.toString().startsWith(name))) {
        arguments.add(usual);
      }
    }
    return Outcome.of(arguments.toArray());
  }

  @Test
  void aBrokenFunctionIsToldAndEachNumberIsDefined() {
    Map<String, Object> json = run(real, broken, "--format=json").json();
    assertEquals("lanewise.discrimination/1", json.get("schema"));
    assertEquals("bits", json.get("unit"));
    assertEquals(List.of("n", "t", "x"), json.get("columns"));
    assertTrue(Json.number(json.get("accuracy")) > 0.8, json::toString);
    assertTrue(Json.number(json.get("pValue")) < 1e-9);
    assertTrue(Json.number(json.get("rocArea")) > 0.8);
    double limit = Json.number(json.get("jsLowerLimit"));
    assertTrue(limit > 0.2 && limit < Json.number(json.get("jsBound")), json::toString);
    assertEquals(1500, Json.integer(json.get("usedRows")));
    assertEquals(1500, Json.integer(Json.object(json.get("real")).get("rows")));
    assertEquals(1800, Json.integer(Json.object(json.get("generated")).get("rows")));
    Map<String, Object> histograms = Json.object(json.get("histograms"));
    assertEquals(List.of("n", "t"), Json.object(histograms.get("farthestPair")).get("names"));
    assertEquals(List.of("n", "t"), histograms.get("limitBy"));
    boolean best = limit >= Json.number(histograms.get("jsLowerLimit"));
    assertEquals(best ? "discriminator" : "histograms", json.get("betterLimit"));
    Map<String, Object> left = Json.objects(json.get("notCompared")).getFirst();
    assertEquals("id", left.get("name"));
    assertTrue(left.get("reason").toString().contains("identifier"));
    Map<String, Object> definitions = Json.object(json.get("definitions"));
    json.keySet().stream()
        .filter(name -> name.matches(".*(Rows|Area|Error|Interval|[vV]alue|right.*|js.*|accuracy)"))
        .forEach(name -> assertTrue(definitions.containsKey(name), name));
  }

  @Test
  void theHistogramsAreThoseOfScore() {
    Map<String, Object> histograms =
        Json.object(run(real, broken, "--format=json", "--unit=nats").json().get("histograms"));
    Map<String, Object> score = Outcome.score(real, broken, "--format=json", "--unit=nats").json();
    Map<String, Object> farthest = Json.object(histograms.get("farthestColumn"));
    assertEquals(Json.columns(score).get(farthest.get("name")).get("js"), farthest.get("js"));
    double most =
        Json.objects(score.get("pairs")).stream()
            .mapToDouble(pair -> Json.number(pair.get("js")))
            .max()
            .orElseThrow();
    assertEquals(most, Json.number(Json.object(histograms.get("farthestPair")).get("js")));
  }

  @Test
  void textFitsAndSaysWhatIsProved() {
    String told = run(real, broken).result();
    assertTrue(told.contains("\nD tells real from generated in "), told);
    assertTrue(told.contains(" the better lower limit of the JS of rows: "), told);
    assertTrue(
        told.contains("\nnot compared: id (dictionary<utf8>): looks like an identifier"), told);
    String same = run(real, again).result();
    assertTrue(same.contains("\nD does not tell real from generated: it is right about "), same);
    assertTrue(same.contains("\nNeither D nor a histogram proves that rows differ.\n"), same);
    for (String text : List.of(told, same)) {
      text.lines().forEach(line -> assertTrue(line.length() <= 100, line));
      assertTrue(text.contains("                       bits\n"), text);
    }
    Outcome plain =
        Outcome.of(
            new byte[0], StandardCharsets.US_ASCII, "discriminate", real, broken, "--epochs=1");
    assertTrue(plain.result().chars().allMatch(c -> c < 127), plain::out);
  }

  @Test
  void theSeedDecidesAndThreadsDoNot() {
    String one = run(real, again, "--batch=130", "--seed=5").result();
    assertEquals(one, run(real, again, "--batch=130", "--seed=5", "--threads=2").result());
    assertNotEquals(one, run(real, again, "--batch=130", "--seed=6").result());
  }

  @Test
  void optionsChooseColumnsRowsAndWhereTheResultGoes() throws IOException {
    Path file = folder.resolve("told.json");
    Outcome told =
        run(
            real,
            broken,
            "--format=json",
            "--columns=t,x",
            "--rows=1k",
            "--pairs=none",
            "-o",
            file);
    assertEquals("", told.result());
    Map<String, Object> json = Json.object(Tables.json(file));
    assertEquals(List.of("t", "x"), json.get("columns"));
    assertEquals(1000, Json.integer(json.get("usedRows")));
    assertNull(Json.object(json.get("histograms")).get("farthestPair"));
    Map<String, Object> named =
        run(real, broken, "--format=json", "--categorical=id", "--columns=id,x", "--epochs=1")
            .json();
    assertEquals(List.of("x", "id"), named.get("columns"));
    byte[] bytes = Files.readAllBytes(broken);
    String text =
        Outcome.of(bytes, StandardCharsets.UTF_8, "discriminate", real, "-", "--epochs=1").result();
    assertTrue(text.contains("stdin"), text);
  }

  @Test
  void whatCannotBeToldIsRefused() {
    Path empty = Tables.write(folder.resolve("empty.arrow"), Tables.longs("n"));
    run(real, empty).refuses(3, "empty.arrow: 0 rows");
    run(empty, real).refuses(3, "empty.arrow: no rows");
    Path one = Tables.write(folder.resolve("one.arrow"), Tables.longs("n", 1));
    run(real, one).refuses(3, "halves of", "at least 8");
    run(one, one).refuses(3, "one.arrow: all rows are equal");
    Path same = Tables.write(folder.resolve("same.arrow"), Tables.longs("n", new long[50]));
    run(same, same).refuses(3, "all rows are equal");
    Path other = Tables.write(folder.resolve("other.arrow"), Tables.longs("z", 1));
    run(real, other).refuses(3, "no columns in common");
    run(real, broken, "--columns=id").refuses(3, "no column can be compared: 'id'", "identifier");
    Path words = Tables.write(folder.resolve("words.arrow"), Tables.words("n", "a", "b"));
    run(real, words).refuses(3, "no column can be compared: 'n'");
    run(real, broken, "--columns=q").refuses(2, "--columns", "no column 'q'");
    run(real, broken, "--format=markdown").refuses(2, "markdown");
    run(real, broken, "--soft-bins=1").refuses(2, "soft bins");
    run(real, broken, "--rows=none").refuses(2, "number of rows");
    run(real, broken, "-o", broken).refuses(2, "is an input");
    Outcome.of("discriminate", "-", "-").refuses(2, "- on both sides");
    Outcome.of("discriminate", real, broken, again).refuses(2, "one argument too many");
    run(real, broken, "--discriminator=46000,46000", "--soft-bins=0").refuses(4, "LANEWISE_HEAP");
    Path profile = folder.resolve("real.profile");
    Outcome.of("profile", real, "-o", profile).result();
    run(profile, broken).refuses(3, "is a profile, expected data");
  }

  @Test
  void helpTellsTheDefaultsThatAreUsed() {
    String words = Outcome.of("discriminate", "--help").result().replaceAll("\\s+", " ");
    ClassifierSettings usual = ClassifierSettings.USUAL;
    for (String told :
        List.of(
            "or none (default: " + new HiddenLayers(usual.hidden()) + ")",
            "2 to 64 (default: " + usual.softBins() + ")",
            "in a step, 1 to 65536 (default: " + usual.batch() + ")",
            "as often as makes " + ClassifierSettings.USUAL_STEPS + " steps)",
            "no better V (default: " + usual.patience() + ")")) {
      assertTrue(words.contains(told), told + " is not in " + words);
    }
  }
}
