package io.lanewise.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process at a time has a file, leaves nothing behind, and binds nobody when it is killed. */
class FileClaimTest {

  private static final int PROCESSES = 3;

  @TempDir private Path folder;

  /** A process that does what {@link ClaimingProcess} does with these words. */
  private Process start(Object... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(ClaimingProcess.class.getName());
    Stream.of(words).map(String::valueOf).forEach(command::add);
    return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aKilledProcessBindsNobody() throws IOException, InterruptedException {
    Path file = folder.resolve("x");
    Process owner = start("hold", file);
    try (var told = owner.inputReader()) {
      assertEquals("held", told.readLine());
      assertEquals(Optional.empty(), FileClaim.of(file));
    } finally {
      owner.destroyForcibly().waitFor();
    }
    assertEquals(List.of(".x.lock"), files());
    try (FileClaim _ = FileClaim.of(file).orElseThrow()) {
      assertEquals(List.of(".x.lock"), files());
    }
    assertEquals(List.of(), files());
  }

  /**
   * Each process adds 1 to a number in a file, by reading and writing it, as often as it gets the
   * claim. Two that had it at once would lose an addition.
   */
  @Test
  void claimsThatComeAndGoNeverOverlap() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("number"), "0");
    int additions = 1_000;
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(start("add", file, additions));
    }
    for (Process process : processes) {
      assertEquals(0, process.waitFor());
    }
    assertEquals(PROCESSES * additions, Integer.parseInt(Files.readString(file)));
    assertEquals(List.of("number"), files());
  }

  @Test
  void whereNoLockCanBeThereIsNoClaim() throws IOException {
    assertThrows(FileSystemException.class, () -> FileClaim.of(folder.resolve("none/x")));
    Files.createDirectory(folder.resolve(".x.lock"));
    assertThrows(FileSystemException.class, () -> FileClaim.of(folder.resolve("x")));
  }
}
