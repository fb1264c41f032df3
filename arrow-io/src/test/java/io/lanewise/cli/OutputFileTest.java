package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A result is written whole or not at all, and a file that was there before is left whole. */
class OutputFileTest {

  @TempDir private Path folder;
  private Path table;
  private Path out;

  @BeforeEach
  void writeTable() throws IOException {
    table = Tables.write(folder.resolve("table.arrow"), Tables.doubles("x", 1, 2, 3));
    out = Files.createDirectory(folder.resolve("out"));
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theFileHoldsWhatStandardOutputWouldHaveShown() throws IOException {
    for (String format : List.of("text", "json", "markdown")) {
      Path file = out.resolve("score");
      String shown = Outcome.score(table, table, "--format", format).result();
      assertEquals("", Outcome.score(table, table, "--format", format, "-o", file).result());
      assertEquals(shown, Files.readString(file));
      assertEquals(List.of("score"), left());
    }
  }

  @Test
  void noFolderAndFolder() throws IOException {
    Path none = out.resolve("none/score.json");
    Outcome.score(table, table, "-o", none)
        .refuses(ExitCode.ENVIRONMENT, none + ": cannot be written: no folder");
    Outcome.score(table, table, "-o", out)
        .refuses(ExitCode.ENVIRONMENT, out + ": cannot be written: it is a folder");
    Path below = table.resolve("score.json");
    Outcome.score(table, table, "-o", below).refuses(ExitCode.ENVIRONMENT, below);
    Outcome.score(table, table, "-o", "").refuses(ExitCode.USAGE, "--output ''");
    assertEquals(List.of(), left());
  }

  @Test
  void aFailureIsToldBeforeTheDataIsRead() {
    Path none = out.resolve("none/score.json");
    Outcome.score(folder.resolve("missing"), table, "-o", none).refuses(ExitCode.ENVIRONMENT, none);
  }

  /** What is written whole or not at all cannot go to a pipe. */
  @Test
  void standardOutputIsNoFile() {
    for (String command : List.of("score", "profile", "train")) {
      List<Object> arguments = new ArrayList<>(List.of(command, table));
      if (command.equals("score")) {
        arguments.add(table);
      }
      arguments.addAll(List.of("-o", "-"));
      Outcome.of(arguments.toArray()).refuses(ExitCode.USAGE, "'-' is not a file");
    }
    assertTrue(Files.notExists(Path.of("-")));
  }

  @Test
  void refusedInputLeavesTheFileWhole() throws IOException {
    Path file = Files.writeString(out.resolve("score.json"), "before");
    Outcome.score(table, folder.resolve("missing"), "-o", file).refuses(ExitCode.DATA, "missing");
    Outcome.score(table, table, "-o", file, "--columns", "y").refuses(ExitCode.USAGE, "'y'");
    assertEquals("before", Files.readString(file));
    assertEquals(List.of("score.json"), left());
  }

  @Test
  void readOnlyFileAndFolder() throws IOException {
    Path file = Files.writeString(out.resolve("score.json"), "before");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assumeFalse(Files.isWritable(file), "this user may write into read-only files");
    Outcome.score(table, table, "-o", file)
        .refuses(ExitCode.ENVIRONMENT, file + ": cannot be written: permission denied");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      Outcome.score(table, table, "-o", file)
          .refuses(ExitCode.ENVIRONMENT, file + ": cannot be written: permission denied");
    } finally {
      Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    assertEquals("before", Files.readString(file));
    assertEquals(List.of("score.json"), left());
  }

  @Test
  void anInputIsNotOverwritten() throws IOException {
    byte[] before = Files.readAllBytes(table);
    Path link = Files.createSymbolicLink(out.resolve("link"), table);
    for (Path output : List.of(table, link)) {
      Outcome.score(table, table, "-o", output).refuses(ExitCode.USAGE, output, "is an input");
      Outcome.score(table.getParent(), table, "-o", output)
          .refuses(ExitCode.USAGE, output, "is an input");
    }
    assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(table)));
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(out.resolve("score.json"), "before");
    Path link = Files.createSymbolicLink(out.resolve("latest"), file);
    Outcome.score(table, table, "-o", link).result();
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(file).contains("fidelity"));
    assertEquals(List.of("latest", "score.json"), left());
  }

  @Test
  void aLinkToNothingLeadsToTheFile() throws IOException {
    Path link = Files.createSymbolicLink(out.resolve("latest"), Path.of("score.json"));
    Outcome.score(table, table, "-o", link).result();
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(List.of("latest", "score.json"), left());
  }

  @Test
  void permissionsAreKept() throws IOException {
    Path file = Files.writeString(out.resolve("score.json"), "before");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Outcome.score(table, table, "-o", file).result();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aFullDeviceIsAFailure() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "there is no /dev/full here");
    Outcome.score(table, table, "-o", full).refuses(ExitCode.ENVIRONMENT, full.toString());
  }

  private int scoreInto(String failure, StringBuilder err) {
    return into(failure, err, "score", table.toString(), table.toString());
  }

  private static int into(String failure, StringBuilder err, String... arguments) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        };
    OutputStream errors =
        new OutputStream() {
          @Override
          public void write(int b) {
            err.append((char) b);
          }
        };
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            broken,
            StandardCharsets.UTF_8,
            new PrintStream(errors, true, StandardCharsets.UTF_8));
    return Lanewise.run(arguments, streams);
  }

  @Test
  void aClosedPipeEndsQuietly() {
    StringBuilder err = new StringBuilder();
    assertEquals(ExitCode.OK, scoreInto("Broken pipe", err));
    assertEquals("", err.toString());
  }

  /** What a command says of itself is a result like others. */
  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "--version", "help", "help score", "score --help", "completion", "-V"})
  void helpThatCannotBeWrittenIsAFailure(String arguments) {
    StringBuilder err = new StringBuilder();
    String[] words = arguments.split(" ", -1);
    assertEquals(ExitCode.ENVIRONMENT, into("No space left on device", err, words));
    assertEquals(
        "lanewise: standard output cannot be written: No space left on device\n", err.toString());
    StringBuilder closed = new StringBuilder();
    assertEquals(ExitCode.OK, into("Broken pipe", closed, words));
    assertEquals("", closed.toString());
  }

  @Test
  void anyOtherFailureOfStandardOutputIsTold() {
    StringBuilder err = new StringBuilder();
    assertEquals(ExitCode.ENVIRONMENT, scoreInto("No space left on device", err));
    assertEquals(
        "lanewise: standard output cannot be written: No space left on device\n", err.toString());
  }
}
