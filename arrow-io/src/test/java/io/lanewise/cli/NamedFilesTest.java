package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** No file that a command reads is one that it writes. */
class NamedFilesTest {

  @TempDir private Path folder;
  private Path real;
  private Path generated;
  private Path spec;
  private Path rules;

  @BeforeEach
  void writeFiles() throws IOException {
    real = Tables.write(folder.resolve("real.arrow"), Tables.doubles("x", 1, 2, 3, 4));
    generated = Tables.write(folder.resolve("generated.arrow"), Tables.doubles("x", 1, 2, 2, 4));
    spec =
        Files.writeString(
            folder.resolve("spec.json"), "{\"columns\": {\"x\": {\"kind\": \"categorical\"}}}");
    rules = Files.writeString(folder.resolve("rules"), "js>0.9\n");
  }

  /** Other ways to a file: a symbolic link, a hard link, a way round. */
  private List<Path> ways(Path file) throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Path link = other.resolve("link-" + file.getFileName());
    Path hard = other.resolve("hard-" + file.getFileName());
    if (Files.notExists(link)) {
      Files.createSymbolicLink(link, file);
      Files.createLink(hard, file);
    }
    return List.of(file, link, hard, other.resolve("..").resolve(file.getFileName()));
  }

  @Test
  void anEmptyNameIsNoFile() {
    String refusal = " '', expected a file";
    Outcome.score(real, generated, "-o", "").refuses(ExitCode.USAGE, "--output" + refusal);
    Outcome.score(real, generated, "--every", 1, "--state", "")
        .refuses(ExitCode.USAGE, "--state" + refusal);
    Outcome.of("profile", real, "-o", "").refuses(ExitCode.USAGE, "--output" + refusal);
    Outcome.of("train", real, "-o", folder.resolve("m"), "--log", "")
        .refuses(ExitCode.USAGE, "--log" + refusal);
  }

  private void refused(Path input, String words, List<?> command) throws IOException {
    byte[] before = Files.readAllBytes(input);
    for (Path output : ways(input)) {
      List<Object> arguments = new ArrayList<>(command);
      arguments.replaceAll(argument -> argument.equals("OUT") ? output : argument);
      Outcome.of(arguments.toArray()).refuses(ExitCode.USAGE, output, words, "another file");
      assertArrayEquals(before, Files.readAllBytes(input), () -> arguments + " changed it");
    }
  }

  @Test
  void whatAnOptionReadsIsNotOverwritten() throws IOException {
    String read = "is an input (--spec)";
    refused(spec, read, List.of("score", real, generated, "--spec", spec, "-o", "OUT"));
    refused(spec, read, List.of("score", real, generated, "--spec", spec, "--state", "OUT"));
    refused(spec, read, List.of("profile", real, "--spec", spec, "-o", "OUT"));
    refused(spec, read, List.of("rank", real, generated, "--spec", spec, "-o", "OUT"));
    refused(spec, read, List.of("discriminate", real, generated, "--spec", spec, "-o", "OUT"));
    read = "is an input (--rules)";
    refused(rules, read, List.of("score", real, generated, "--rules", rules, "-o", "OUT"));
    refused(rules, read, List.of("score", real, generated, "--rules", rules, "--state", "OUT"));
    Path profile = folder.resolve("real.profile");
    Outcome.of("profile", real, "-o", profile).result();
    read = "is an input (--reference)";
    refused(profile, read, List.of("profile", real, "--reference", profile, "-o", "OUT"));
  }

  @Test
  void whatIsScoredIsNotOverwritten() throws IOException {
    String read = "is an input (GENERATED)";
    refused(generated, read, List.of("score", real, generated, "-o", "OUT"));
    refused(generated, read, List.of("score", real, generated, "--state", "OUT"));
    refused(generated, read, List.of("rank", real, real, generated, "-o", "OUT"));
    refused(generated, "(REAL)", List.of("score", folder, real, "-o", "OUT"));
    refused(real, "(REAL)", List.of("train", real, "-o", folder.resolve("m"), "--log", "OUT"));
    refused(real, "(REAL)", List.of("train", real, "-o", folder.resolve("m"), "--preview", "OUT"));
  }

  @Test
  void noFileIsWrittenTwice() throws IOException {
    Path model = Files.writeString(folder.resolve("model.jsonl"), "before");
    for (Path other : ways(model)) {
      for (String option : List.of("--log", "--preview")) {
        Outcome.of("train", real, "-o", model, option, other)
            .refuses(ExitCode.USAGE, option, "is written to already (--output)");
      }
      Outcome.of("train", real, "-o", folder.resolve("m"), "--log", model, "--preview", other)
          .refuses(ExitCode.USAGE, "--preview", "is written to already (--log)");
      Outcome.score(real, generated, "--state", model, "-o", other)
          .refuses(ExitCode.USAGE, "--state", "is written to already (--output)");
    }
    assertEquals("before", Files.readString(model));
  }

  /**
   * As a shell gives it: {@code lanewise score real.arrow - -o generated.arrow < generated.arrow}.
   */
  private static Outcome redirected(@Nullable Path inFile, Path content, Object... arguments)
      throws IOException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var streams =
        new Streams(
            new ByteArrayInputStream(Files.readAllBytes(content)),
            out,
            StandardCharsets.UTF_8,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            inFile);
    String[] texts = List.of(arguments).stream().map(String::valueOf).toArray(String[]::new);
    return new Outcome(
        Lanewise.run(texts, streams),
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theFileOfStandardInputIsNotOverwritten() throws IOException {
    byte[] before = Files.readAllBytes(generated);
    Path descriptor = Files.createSymbolicLink(folder.resolve("0"), generated);
    for (Path output : ways(generated)) {
      for (List<Object> options : List.of(List.<Object>of(), List.<Object>of("--every", 2))) {
        List<Object> arguments = new ArrayList<>(List.of("score", real, "-", "-o", output));
        arguments.addAll(options);
        redirected(descriptor, generated, arguments.toArray())
            .refuses(ExitCode.USAGE, "--output", output, "is an input (GENERATED)");
      }
      redirected(descriptor, generated, "score", real, "-", "--state", output)
          .refuses(ExitCode.USAGE, "--state", output, "is an input (GENERATED)");
      redirected(descriptor, generated, "profile", "-", "-o", output)
          .refuses(ExitCode.USAGE, "--output", output, "is an input (DATA)");
    }
    assertArrayEquals(before, Files.readAllBytes(generated));
    // Where it is not read, where it is another file or none, and where nobody can tell.
    redirected(descriptor, generated, "score", real, real, "-o", generated).result();
    Files.write(generated, before);
    Path out = folder.resolve("out");
    for (Path in : new Path[] {descriptor, folder.resolve("nowhere"), Path.of("/dev/null"), null}) {
      redirected(in, generated, "score", real, "-", "-o", out).result();
      redirected(in, generated, "score", real, "-", "-o", out).result();
    }
  }

  private static CommandLine commands() {
    var nothing = new ByteArrayOutputStream();
    return Lanewise.command(
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            nothing,
            StandardCharsets.UTF_8,
            new PrintStream(nothing, true, StandardCharsets.UTF_8)));
  }

  /** Whoever adds an option that names a file has to say what becomes of the file. */
  @Test
  void everyFileOfACommandIsReadOrWritten() {
    Map<String, ArgSpec> unmarked = new HashMap<>();
    int marked = 0;
    for (CommandLine command : commands().getSubcommands().values()) {
      String name = command.getCommandName();
      for (ArgSpec argument : command.getCommandSpec().args()) {
        boolean isRead = NamedFiles.has(argument, Reads.class);
        boolean isWritten = NamedFiles.has(argument, Writes.class);
        boolean isPath =
            argument.type() == Path.class || argument.auxiliaryTypes()[0] == Path.class;
        assertTrue(!isWritten || argument.type() == Path.class, name + ": " + argument);
        marked += isRead || isWritten ? 1 : 0;
        if (!isRead && !isWritten && (isPath || argument.isPositional())) {
          unmarked.put(name + " " + argument.paramLabel(), argument);
        }
      }
    }
    // The first makes a folder and reads nothing, the second takes the name of a command.
    assertEquals(List.of("demo DIR", "help COMMAND"), unmarked.keySet().stream().sorted().toList());
    assertTrue(marked > 30, marked + " files");
  }
}
