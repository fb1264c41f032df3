package io.lanewise.cli;

import io.lanewise.column.DataException;
import io.lanewise.container.Container;
import io.lanewise.evaluate.RunState;
import io.lanewise.evaluate.StateFormat;
import io.lanewise.file.Disk;
import io.lanewise.file.FilePlace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a running score in a file, which one process at a time may have. Two processes would
 * each replace what the other has counted.
 */
final class StateFile implements AutoCloseable {

  private final OutputFile file;
  private final FileChannel lock;

  private StateFile(OutputFile file, FileChannel lock) {
    this.file = file;
    this.lock = lock;
  }

  /**
   * Takes a state file, which need not be there yet. The lock is an empty file beside it, which
   * stays: removed, it could not tell two processes that come at the same time.
   */
  static StateFile open(Path path, Disk disk) {
    if (path.toString().isEmpty()) {
      throw new UsageException("--state '', expected a file");
    }
    OutputFile file = new OutputFile(path, disk);
    file.check();
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new UsageException("--state " + path + " is no regular file");
    }
    try {
      // One lock for all links to the file.
      Path place = FilePlace.of(path);
      Path beside = place.resolveSibling("." + place.getFileName() + ".lock");
      FileChannel channel =
          FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new EnvironmentException(path + ": in use by another process", null);
      }
      return new StateFile(file, channel);
    } catch (IOException e) {
      throw new EnvironmentException(path + ": cannot be locked: " + FileProblem.reason(e), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  Path path() {
    return file.path();
  }

  /** The state, if there is one. */
  Optional<RunState> read() {
    try {
      byte[] bytes = Files.readAllBytes(path());
      String source = path().toString();
      if (!Container.isLikely(bytes)) {
        throw new DataException(source + ": is no state, expected " + StateFormat.NAME);
      }
      return Optional.of(StateFormat.read(Container.of(bytes, source), source));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new DataException(path() + ": cannot be read: " + FileProblem.reason(e), e);
    }
  }

  /** Puts a state in the place of the one before. */
  void write(RunState state) {
    file.write(StateFormat.write(state).toBytes());
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new EnvironmentException(path() + ": cannot be let go: " + FileProblem.reason(e), e);
    }
  }
}
