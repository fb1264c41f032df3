package io.lanewise.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file as a whole or not at all: beside its place first, then renamed into it.
 *
 * @param path where the file goes
 */
record OutputFile(Path path) {

  void write(byte[] content) {
    Path target = path.toAbsolutePath();
    Path beside =
        target.resolveSibling("." + path.getFileName() + "." + ProcessHandle.current().pid());
    try {
      if (Files.isDirectory(path)) {
        throw new EnvironmentException(path + ": cannot be written: it is a folder", null);
      }
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        // A device or a pipe has no old content to keep.
        Files.write(path, content, StandardOpenOption.WRITE);
        return;
      }
      if (Files.exists(path) && !Files.isWritable(path)) {
        throw new AccessDeniedException(path.toString());
      }
      try {
        fill(beside, content);
        replace(beside);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (NoSuchFileException e) {
      throw new EnvironmentException(
          path + ": cannot be written: no folder " + target.getParent(), e);
    } catch (AccessDeniedException e) {
      throw new EnvironmentException(path + ": cannot be written: permission denied", e);
    } catch (IOException e) {
      throw new EnvironmentException(path + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static void fill(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private void replace(Path beside) throws IOException {
    try {
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
