package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.container.Container;
import io.lanewise.evaluate.RunState;
import io.lanewise.evaluate.StateFormat;
import io.lanewise.file.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever fails while a state is written, there is the old one or the new one. */
class StateFileTest {

  @TempDir private Path folder;
  private Path file;
  private byte[] before;
  private RunState next;
  private byte[] after;

  @BeforeEach
  void writeStates() throws IOException {
    file = folder.resolve("run.state");
    Path real = StreamedRows.write(folder.resolve("real.arrow"), 0, 500, 100);
    Path generated = StreamedRows.write(folder.resolve("generated.arrow"), 100, 900, 100);
    Path other = folder.resolve("after.state");
    Outcome.score(real, generated, "--state", file).result();
    Outcome.score(real, generated, "--state", other).result();
    Outcome.score(real, generated, "--state", other, "--again").result();
    before = Files.readAllBytes(file);
    after = Files.readAllBytes(other);
    next = StateFormat.read(Container.of(after, "after"), "after");
    Files.delete(other);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aStepThatFailsLeavesTheOldState() throws IOException {
    List<String> files = files();
    int failures = 0;
    while (true) {
      FailingDisk disk = new FailingDisk(failures + 1, false);
      try (StateFile state = StateFile.open(file, disk)) {
        if (succeeds(state)) {
          break;
        }
      }
      failures++;
      assertTrue(disk.hasFailed());
      assertArrayEquals(before, Files.readAllBytes(file), "step " + failures);
      assertEquals(files, files(), "step " + failures);
    }
    // Making it, its pieces, forcing and closing it, and taking its place.
    assertTrue(failures > 10, failures + " steps");
    assertArrayEquals(after, Files.readAllBytes(file));
    assertEquals(files, files());
  }

  private boolean succeeds(StateFile state) {
    try {
      state.write(next);
      return true;
    } catch (EnvironmentException e) {
      assertEquals(file + ": cannot be written: No space left on device", e.getMessage());
      return false;
    }
  }

  @Test
  void anEndAtAnyStepLeavesTheOldStateOrTheNew() throws IOException {
    for (int step = 1; crashes(new FailingDisk(step, true)); step++) {
      byte[] found = Files.readAllBytes(file);
      assertTrue(Arrays.equals(before, found) || Arrays.equals(after, found), "step " + step);
      Files.write(file, before);
    }
  }

  private boolean crashes(Disk disk) {
    try (StateFile state = StateFile.open(file, disk)) {
      state.write(next);
      return false;
    } catch (FailingDisk.Crash e) {
      return true;
    }
  }

  /** The control: without the rename in one step, the same test finds a torn state. */
  @Test
  void copyingInsteadOfRenamingIsFound() throws IOException {
    boolean torn = false;
    for (int step = 1; crashes(new CopyingDisk(step)); step++) {
      byte[] found = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      torn |= !Arrays.equals(before, found) && !Arrays.equals(after, found);
      Files.write(file, before);
    }
    assertTrue(torn);
  }

  /** Takes the place of the old file piece by piece. */
  private static final class CopyingDisk extends FailingDisk {
    CopyingDisk(int failing) {
      super(failing, true);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
      Files.delete(to);
      try (Sink sink = create(to)) {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(from));
        while (bytes.hasRemaining()) {
          sink.write(bytes);
        }
      }
      Files.delete(from);
    }
  }

  @Test
  void aFolderInItsPlaceIsRefused() {
    assertThrows(EnvironmentException.class, () -> StateFile.open(folder, Disk.REAL));
  }
}
