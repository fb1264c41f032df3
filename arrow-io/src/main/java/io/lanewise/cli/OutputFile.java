package io.lanewise.cli;

import io.lanewise.file.Disk;
import io.lanewise.file.FileClaim;
import io.lanewise.file.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A file that a command writes, whole or not at all; where that fails it is the environment's
 * fault.
 *
 * @param file the file
 */
record OutputFile(WholeFile file) {

  /** A file on the real disk. */
  OutputFile(Path path) {
    this(path, Disk.REAL);
  }

  OutputFile(Path path, Disk disk) {
    this(new WholeFile(path, disk));
  }

  Path path() {
    return file.path();
  }

  /**
   * Fails where {@link #write} is bound to fail, so that long work is not done for nothing, and
   * where standard output seems to be meant.
   */
  void check() {
    if (path().toString().equals("-")) {
      throw new UsageException("'-' is not a file, expected one; ./- is a file of that name");
    }
    try {
      file.check();
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  void write(byte[] content) {
    write(
        out -> {
          ByteBuffer left = ByteBuffer.wrap(content);
          while (left.hasRemaining()) {
            out.write(left);
          }
        });
  }

  /** Writes what comes piece by piece. */
  void write(WholeFile.Content content) {
    try {
      file.write(content);
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  /**
   * Takes the file for this process alone, until the claim is closed. As this writes beside the
   * file, a folder that takes no files is found out too.
   */
  Claim claim() {
    try {
      return new Claim(
          path(),
          FileClaim.of(path())
              .orElseThrow(
                  () -> new EnvironmentException(path() + ": in use by another process", null)));
    } catch (IOException e) {
      throw new EnvironmentException(
          path() + ": cannot be locked for writing: " + FileProblem.reason(e), e);
    }
  }

  /** A file that no other process may write. */
  record Claim(Path path, FileClaim claim) implements AutoCloseable {

    /** Lets go of it; may be called again. */
    @Override
    public void close() {
      try {
        claim.close();
      } catch (IOException e) {
        throw new EnvironmentException(path + ": cannot be let go: " + FileProblem.reason(e), e);
      }
    }
  }

  private EnvironmentException notWritable(IOException failure) {
    return new EnvironmentException(
        path() + ": cannot be written: " + FileProblem.reason(failure), failure);
  }
}
