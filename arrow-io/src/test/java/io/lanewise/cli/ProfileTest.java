package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile stands for the data it was made of. */
class ProfileTest {

  private static final int ROWS = 3000;

  @TempDir private Path folder;
  private Path real;
  private Path generated;
  private Path realProfile;
  private Path generatedProfile;

  @BeforeEach
  void writeDemo() {
    real = Tables.write(folder.resolve("real.arrow"), 700, DemoTables.real(ROWS, 1));
    generated = Tables.write(folder.resolve("generated.arrow"), 999, DemoTables.generated(ROWS, 1));
    realProfile = folder.resolve("real.profile");
    generatedProfile = folder.resolve("generated.profile");
    Outcome.of("profile", real, "-o", realProfile).result();
    Outcome.of("profile", generated, "--reference", realProfile, "-o", generatedProfile).result();
  }

  private static String withoutSource(String json) {
    return json.replaceAll("\"source\": .*", "");
  }

  private void assertSameScores(Path left, Path right, Object... options) {
    Object[] all = new Object[options.length + 3];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = "--format";
    all[options.length + 1] = "json";
    all[options.length + 2] = "--counts";
    assertEquals(
        withoutSource(Outcome.score(real, generated, all).result()),
        withoutSource(Outcome.score(left, right, all).result()));
  }

  @Test
  void aProfileScoresAsItsDataToTheLastByte() {
    assertSameScores(realProfile, generated);
    assertSameScores(realProfile, generatedProfile);
    assertSameScores(real, generatedProfile);
    assertSameScores(realProfile, generatedProfile, "--smooth", 0.5, "--unit", "nats");
    assertSameScores(realProfile, generatedProfile, "--pairs", "none", "--estimator", "chao-shen");
    assertSameScores(realProfile, generated, "--explain", "country,currency");
  }

  @Test
  void theSourceIsTheProfile() {
    String json = Outcome.score(realProfile, generated, "--format", "json").result();
    assertTrue(json.contains("\"source\": \"" + realProfile + "\""), json);
  }

  @Test
  void optionsOfTheFitBelongToTheProfile() {
    Path narrow = folder.resolve("narrow.profile");
    Outcome.of("profile", real, "--bins", 7, "--categorical", "joined", "-o", narrow).result();
    assertEquals(
        withoutSource(
                Outcome.score(real, generated, "--bins", 7, "--categorical", "joined").result())
            .lines()
            .skip(2)
            .toList(),
        withoutSource(Outcome.score(narrow, generated).result()).lines().skip(2).toList());
    for (Object[] options :
        List.of(
            new Object[] {"--bins", 7},
            new Object[] {"--categorical", "joined"},
            new Object[] {"--pairs", 3},
            new Object[] {"--pairs", "all"},
            new Object[] {"--pair-symbols", 4},
            new Object[] {"--seed", 1})) {
      Outcome.score(narrow, generated, options).refuses(ExitCode.USAGE, options[0], narrow);
      Object[] all = new Object[options.length + 6];
      all[0] = "profile";
      all[1] = generated;
      all[2] = "--reference";
      all[3] = narrow;
      all[4] = "-o";
      all[5] = folder.resolve("none");
      System.arraycopy(options, 0, all, 6, options.length);
      Outcome.of(all).refuses(ExitCode.USAGE, options[0], narrow);
    }
    assertFalse(Files.exists(folder.resolve("none")));
  }

  @Test
  void gatesAndPartsOfTheColumns() {
    assertEquals(
        ExitCode.CROSSED,
        Outcome.score(realProfile, generatedProfile, "--fail-if", "plan.js>0.9").exitCode());
    assertSameScores(realProfile, generated, "--columns", "plan,coin,height");
    assertSameScores(realProfile, generatedProfile, "--exclude", "plan,coin");
    Outcome.score(realProfile, generated, "--columns", "plam").refuses(ExitCode.USAGE, "'plan'");
  }

  @Test
  void aProfileComesFromStandardInputToo() throws IOException {
    byte[] bytes = Files.readAllBytes(realProfile);
    Outcome piped =
        Outcome.of(bytes, StandardCharsets.UTF_8, "score", "-", generated, "--format", "json");
    assertEquals(
        withoutSource(Outcome.score(real, generated, "--format", "json").result()),
        withoutSource(piped.result()));
    Path again = folder.resolve("again.profile");
    Outcome.of(
            Files.readAllBytes(generated),
            StandardCharsets.UTF_8,
            "profile",
            "-",
            "--reference",
            realProfile,
            "-o",
            again)
        .result();
    assertArrayEquals(Files.readAllBytes(generatedProfile), Files.readAllBytes(again));
  }

  @Test
  void batchesAndThreadsChangeNoByte() throws IOException {
    byte[] expected = Files.readAllBytes(realProfile);
    Path again = folder.resolve("again.profile");
    Path other = Tables.write(folder.resolve("other.arrow"), 17, DemoTables.real(ROWS, 1));
    for (int threads : new int[] {1, 3}) {
      Outcome.of("profile", other, "-o", again, "--threads", threads).result();
      assertArrayEquals(expected, Files.readAllBytes(again));
    }
  }

  @Test
  void generatedCountsOfAnotherReferenceAreRefusedByColumn() {
    Path fitted = folder.resolve("fitted.profile");
    Outcome.of("profile", generated, "-o", fitted).result();
    for (Path left : List.of(realProfile, real)) {
      Outcome.score(left, fitted)
          .refuses(ExitCode.DATA, left, fitted, "column 'plan' lists other values", "'basic'");
    }
    Path narrow = folder.resolve("narrow.profile");
    Outcome.of("profile", real, "--bins", 7, "-o", narrow).result();
    Outcome.score(narrow, generatedProfile)
        .refuses(ExitCode.DATA, "column 'joined' has 7 bins and 49");
  }

  @Test
  void dataThatDoesNotFitTheReferenceIsRefused() {
    Path few = Tables.write(folder.resolve("few.arrow"), Tables.words("plan", "Basic"));
    Path out = folder.resolve("out.profile");
    Outcome.of("profile", few, "--reference", realProfile, "-o", out)
        .refuses(ExitCode.DATA, few, realProfile, "column 'joined' (date32) is missing");
    Path whole = folder.resolve("plan.profile");
    Outcome.of("profile", few, "-o", whole).result();
    Path number = Tables.write(folder.resolve("number.arrow"), Tables.longs("plan", 1));
    Outcome.of("profile", number, "--reference", whole, "-o", out)
        .refuses(ExitCode.DATA, "column 'plan'", "a text cannot be compared with a number");
    Outcome.of("profile", few, "--reference", few, "-o", out)
        .refuses(ExitCode.DATA, few, "is no profile, expected lanewise.profile/1");
    Outcome.of("profile", whole, "-o", out).refuses(ExitCode.DATA, "is a profile already");
    assertFalse(Files.exists(out));
  }

  @Test
  void columnsThatTheReferenceLacksAreTold() {
    Path narrow = folder.resolve("narrow.profile");
    Outcome.of("profile", real, "--columns", "plan", "-o", narrow).result();
    Outcome told =
        Outcome.of(
            "profile", generated, "--reference", narrow, "-o", folder.resolve("out.profile"));
    assertEquals(ExitCode.OK, told.exitCode());
    assertTrue(told.err().contains("left out: column 'joined'"), told.err());
    assertTrue(told.err().contains("and 3 more"), told.err());
  }

  @Test
  void withoutRowsOrColumnsThereIsNoReference() {
    Path none = Tables.write(folder.resolve("none.arrow"), Tables.doubles("x"));
    Path out = folder.resolve("out.profile");
    Outcome.of("profile", none, "-o", out).refuses(ExitCode.DATA, none, "no rows");
    Outcome.of("profile", real, "--columns", "plan", "--exclude", "plan", "-o", out)
        .refuses(ExitCode.USAGE, "--exclude");
    Path one = Tables.write(folder.resolve("one.arrow"), Tables.doubles("x", 1, 2));
    Path reference = folder.resolve("one.profile");
    Outcome.of("profile", one, "-o", reference).result();
    Outcome.of("profile", none, "--reference", reference, "-o", out).result();
    assertTrue(Outcome.score(reference, out).result().contains("no rows"));
    Outcome.score(out, reference).refuses(ExitCode.DATA, out, "no rows");
  }

  @Test
  void rareCategoriesAreNotNamed() throws IOException {
    Path people =
        Tables.write(
            folder.resolve("people.arrow"),
            Tables.words("town", "Ash", "Ash", "Ash", "Elm", "Elm", "Oak", "Elm", "Ash"));
    Path all = folder.resolve("all.profile");
    Path common = folder.resolve("common.profile");
    Outcome.of("profile", people, "-o", all).result();
    Outcome.of("profile", people, "--min-count", 2, "-o", common).result();
    assertTrue(text(all).contains("Oak"));
    assertTrue(text(common).contains("Elm"));
    assertFalse(text(common).contains("Oak"));
    Outcome score = Outcome.score(common, people, "--format", "json");
    assertEquals(0, Json.number(Json.columns(score.json()).get("town").get("js")));
    Path other =
        Tables.write(folder.resolve("other.arrow"), Tables.words("town", "Ash", "Yew", "Elm"));
    Path part = folder.resolve("part.profile");
    Outcome.of("profile", other, "--reference", common, "-o", part).result();
    assertTrue(text(part).contains("Yew"));
    Outcome.of("profile", other, "--reference", common, "--min-count", 2, "-o", part).result();
    assertFalse(text(part).contains("Yew"));
    Outcome.of("profile", people, "--min-count", 0, "-o", part)
        .refuses(ExitCode.USAGE, "--min-count", "'0'");
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  @Test
  void anInputIsNotOverwritten() throws IOException {
    byte[] before = Files.readAllBytes(real);
    Outcome.of("profile", real, "-o", real).refuses(ExitCode.USAGE, real, "is an input");
    assertArrayEquals(before, Files.readAllBytes(real));
    byte[] reference = Files.readAllBytes(realProfile);
    Outcome.of("profile", generated, "--reference", realProfile, "-o", realProfile)
        .refuses(ExitCode.USAGE, realProfile, "is an input");
    assertArrayEquals(reference, Files.readAllBytes(realProfile));
    Outcome.of("profile", real).refuses(ExitCode.USAGE, "--output");
    Outcome.of("profile", real, "-o", folder.resolve("none/out"))
        .refuses(ExitCode.ENVIRONMENT, "no folder");
  }

  @Test
  void weightsAreReadFromDataAlone() {
    Outcome.of("divergence", realProfile, "--p", "x", "--q", "y")
        .refuses(ExitCode.DATA, realProfile + " is a profile, expected data");
  }

  @Test
  void aSideIsDataOrProfiles() {
    Outcome.of("score", realProfile + "," + real, generated)
        .refuses(ExitCode.DATA, realProfile + " is a profile and " + real + " is none");
  }
}
