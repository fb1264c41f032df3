package io.lanewise.cli;

import io.lanewise.column.DataException;
import io.lanewise.container.Container;
import io.lanewise.evaluate.RunState;
import io.lanewise.evaluate.StateFormat;
import io.lanewise.file.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The state of a running score in a file, which one process at a time may have. Two processes would
 * each replace what the other has counted.
 */
final class StateFile implements AutoCloseable {

  private final OutputFile file;
  private final OutputFile.Claim claim;

  private StateFile(OutputFile file, OutputFile.Claim claim) {
    this.file = file;
    this.claim = claim;
  }

  /** Takes a state file, which need not be there yet. */
  static StateFile open(Path path, Disk disk) {
    OutputFile file = new OutputFile(path, disk);
    file.check();
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new UsageException("--state " + path + " is no regular file");
    }
    return new StateFile(file, file.claim());
  }

  Path path() {
    return file.path();
  }

  /** The state, if there is one. */
  Optional<RunState> read() {
    String source = path().toString();
    try (InputStream in = Files.newInputStream(path())) {
      Container container = ContainerFile.read(source, in, "state", StateFormat.NAME);
      return Optional.of(StateFormat.read(container, source));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new DataException(source + ": cannot be read: " + FileProblem.reason(e), e);
    }
  }

  /** Puts a state in the place of the one before. */
  void write(RunState state) {
    file.write(StateFormat.write(state).toBytes());
  }

  @Override
  public void close() {
    claim.close();
  }
}
