package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles of parts add up to that of the whole, byte by byte. */
class ProfileSumTest {

  private static final int PARTS = 3;

  @TempDir private Path folder;
  private Path whole;
  private Path out;
  private final List<Path> parts = new ArrayList<>();

  @BeforeEach
  void profileParts() {
    out = folder.resolve("out.profile");
    whole = folder.resolve("whole.profile");
    Path reference = folder.resolve("reference.profile");
    Path first = Tables.write(folder.resolve("0.arrow"), 500, DemoTables.real(900, 0));
    Outcome.of("profile", first, "-o", reference).result();
    List<String> files = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      Path file = folder.resolve(part + ".arrow");
      Tables.write(file, 300, DemoTables.real(900 - 7 * part, part));
      files.add(file.toString());
      Path profile = folder.resolve(part + ".profile");
      Outcome.of("profile", file, "--reference", reference, "-o", profile).result();
      parts.add(profile);
    }
    Outcome.of("profile", String.join(",", files), "--reference", reference, "-o", whole).result();
  }

  private void assertOut(Path expected) throws IOException {
    assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(out));
  }

  @Test
  void mergedPartsAreTheWhole() throws IOException {
    Outcome.of("merge", parts.get(0), parts.get(1), parts.get(2), "-o", out).result();
    assertOut(whole);
    Outcome.of("merge", "-o", out, parts.get(2), parts.get(0), parts.get(1)).result();
    assertOut(whole);
    Outcome.of("merge", parts.get(1), "-o", out).result();
    assertOut(parts.get(1));
  }

  @Test
  void severalProfilesAreOneSide() {
    Path data = folder.resolve("2.arrow");
    String several = parts.stream().map(Path::toString).reduce((a, b) -> a + "," + b).orElseThrow();
    String expected = Outcome.score(whole, data, "--format", "json").result();
    String found = Outcome.of("score", several, data, "--format", "json").result();
    assertTrue(found.contains(parts.getFirst() + " and 2 more"), found);
    assertArrayEquals(
        expected.replaceAll("\"source\": .*", "").split("\n", -1),
        found.replaceAll("\"source\": .*", "").split("\n", -1));
  }

  @Test
  void subtractingTakesBackWhatMergeAdded() throws IOException {
    Path two = folder.resolve("two.profile");
    Outcome.of("subtract", whole, parts.get(2), "-o", two).result();
    Outcome.of("merge", parts.get(0), parts.get(1), "-o", out).result();
    assertOut(two);
    Outcome.of("subtract", two, parts.get(0), "-o", out).result();
    assertOut(parts.get(1));
  }

  @Test
  void whatWasNeverAddedIsRefusedByColumn() {
    Outcome.of("subtract", parts.get(0), whole, "-o", out)
        .refuses(ExitCode.DATA, whole + " is no part of " + parts.get(0), "column '");
    Outcome.of("subtract", parts.get(0), parts.get(1), "-o", out)
        .refuses(ExitCode.DATA, parts.get(1) + " is no part of " + parts.get(0), "column '");
    assertFalse(Files.exists(out));
  }

  @Test
  void aSumPast2To63IsRefused() throws IOException {
    Path half = parts.getFirst();
    // 900 rows are between 2^9 and 2^10, so 2^53 times as many are below 2^63, twice that is not.
    for (int doubling = 0; doubling < 53; doubling++) {
      Path sum = folder.resolve("sum" + doubling % 2 + ".profile");
      Outcome.of("merge", half, half, "-o", sum).result();
      half = sum;
    }
    byte[] most = Files.readAllBytes(half);
    Outcome.of("merge", half, half, "-o", out)
        .refuses(ExitCode.DATA, half + " and " + half + ": ", "a count passes 2^63 - 1");
    assertFalse(Files.exists(out));
    Path rest = folder.resolve("rest.profile");
    Outcome.of("subtract", half, parts.getFirst(), "-o", rest).result();
    Outcome.of("merge", rest, parts.getFirst(), "-o", out).result();
    assertArrayEquals(most, Files.readAllBytes(out));
  }

  @Test
  void partsWithoutACommonReferenceDoNotMerge() {
    Path data = folder.resolve("1.arrow");
    Path alone = folder.resolve("alone.profile");
    Outcome.of("profile", data, "--bins", 9, "-o", alone).result();
    Outcome.of("merge", parts.get(0), alone, "-o", out)
        .refuses(
            ExitCode.DATA,
            parts.get(0) + " and " + alone + " do not merge: column 'joined' has",
            "bins and 9",
            "--reference");
    Outcome.of("subtract", whole, alone, "-o", out)
        .refuses(ExitCode.DATA, alone + " cannot be subtracted from " + whole, "'joined'");
    Path fewer = folder.resolve("fewer.profile");
    Outcome.of("profile", folder.resolve("0.arrow"), "--exclude", "currency", "-o", fewer).result();
    Outcome.of("merge", parts.get(0), fewer, "-o", out)
        .refuses(ExitCode.DATA, "9 columns and 8 columns, column 'currency' in one of them only");
    Path unpaired = folder.resolve("unpaired.profile");
    Outcome.of("profile", folder.resolve("0.arrow"), "--pairs", "none", "-o", unpaired).result();
    Outcome.of("merge", parts.get(0), unpaired, "-o", out)
        .refuses(ExitCode.DATA, "36 pairs of columns and 0");
    assertFalse(Files.exists(out));
  }

  @Test
  void whatIsNoProfileIsRefused() throws IOException {
    Path data = folder.resolve("1.arrow");
    Path empty = Files.createFile(folder.resolve("empty"));
    Path missing = folder.resolve("missing");
    for (String command : List.of("merge", "subtract")) {
      Outcome.of(command, parts.get(0), data, "-o", out)
          .refuses(ExitCode.DATA, data + ": is no profile, expected lanewise.profile/1");
      Outcome.of(command, parts.get(0), empty, "-o", out)
          .refuses(ExitCode.DATA, empty + ": is empty");
      Outcome.of(command, missing, parts.get(0), "-o", out)
          .refuses(ExitCode.DATA, missing + ": no such file");
      Outcome.of(command, folder, parts.get(0), "-o", out)
          .refuses(ExitCode.DATA, folder + ": is a folder");
    }
    assertFalse(Files.exists(out));
  }

  @Test
  void inputsAreNotOverwritten() throws IOException {
    byte[] before = Files.readAllBytes(parts.get(1));
    for (String command : List.of("merge", "subtract")) {
      Outcome.of(command, parts.get(0), parts.get(1), "-o", parts.get(1))
          .refuses(ExitCode.USAGE, parts.get(1), "is an input");
      Outcome.of(command, parts.get(0), parts.get(1)).refuses(ExitCode.USAGE, "--output");
      Outcome.of(command, parts.get(0), parts.get(1), "-o", folder.resolve("no/out"))
          .refuses(ExitCode.ENVIRONMENT, "no folder");
    }
    Outcome.of("merge", "-o", out).refuses(ExitCode.USAGE, "FILE");
    Outcome.of("subtract", whole, "-o", out).refuses(ExitCode.USAGE, "PART");
    assertArrayEquals(before, Files.readAllBytes(parts.get(1)));
  }
}
