package io.lanewise.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file as a whole or not at all: beside its place first, then renamed into it.
 *
 * @param path where the file goes
 * @param disk does the steps
 */
record OutputFile(Path path, Disk disk) {

  /** A file on the real disk. */
  OutputFile(Path path) {
    this(path, Disk.REAL);
  }

  /** Fails where {@link #write} is bound to fail, so that long work is not done for nothing. */
  void check() {
    try {
      checkPlace();
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  /** The same, and where the file would replace one of the inputs. */
  void check(InputArgument... inputs) {
    if (path.toString().isEmpty()) {
      throw new UsageException("--output '', expected a file");
    }
    for (InputArgument input : inputs) {
      if (input.reads(path)) {
        throw new UsageException("--output " + path + " is an input, expected another file");
      }
    }
    check();
  }

  void write(byte[] content) {
    try {
      checkPlace();
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        // A device or a pipe has no old content to keep.
        Files.write(path, content, StandardOpenOption.WRITE);
        return;
      }
      // A link stays a link: what it leads to is replaced, or made.
      Path target = FilePlace.of(path);
      Path beside =
          target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
      try {
        fill(beside, content);
        keepPermissions(target, beside);
        disk.replace(beside, target);
      } finally {
        disk.delete(beside);
      }
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  /** Who may read the old file may read the new one, and nobody else. */
  private static void keepPermissions(Path target, Path beside) throws IOException {
    if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(target));
    }
  }

  private void checkPlace() throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException("it is a folder");
    }
    if (Files.exists(path)) {
      if (!Files.isWritable(path)) {
        throw new AccessDeniedException(path.toString());
      }
      return;
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
  }

  private EnvironmentException notWritable(IOException failure) {
    return new EnvironmentException(
        path + ": cannot be written: " + FileProblem.reason(failure), failure);
  }

  private void fill(Path file, byte[] content) throws IOException {
    try (Disk.Sink sink = disk.create(file)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        sink.write(buffer);
      }
      sink.force();
    }
  }
}
