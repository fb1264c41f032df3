package io.lanewise.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is written whole or not at all: beside its place first, as it comes, then on the
 * disk, then renamed into the place.
 *
 * @param path where the file goes; a link stays a link, and what it leads to is written
 * @param disk does the steps
 */
public record WholeFile(Path path, Disk disk) {

  /** Writes the bytes of a file. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes all of them.
     *
     * @param out is closed by its owner
     * @throws IOException where that fails
     */
    void writeTo(WritableByteChannel out) throws IOException;
  }

  /** A file on the real disk. */
  public WholeFile(Path path) {
    this(path, Disk.REAL);
  }

  /**
   * Fails where {@link #write} is bound to fail, so that long work is not done for nothing.
   *
   * @throws IOException that says why
   */
  public void check() throws IOException {
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

  /**
   * Writes the file; when the content fails, what was there before is left.
   *
   * @throws IOException where the disk fails, or the content
   */
  public void write(Content content) throws IOException {
    check();
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      // A device or a pipe has no old content to keep.
      try (FileChannel device = FileChannel.open(path, StandardOpenOption.WRITE)) {
        content.writeTo(device);
      }
      return;
    }
    Path target = FilePlace.of(path);
    Path beside =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (Disk.Sink sink = disk.create(beside)) {
        content.writeTo(new SinkChannel(sink));
        sink.force();
      }
      keepPermissions(target, beside);
      disk.replace(beside, target);
    } finally {
      disk.delete(beside);
    }
  }

  /** Who may read the old file may read the new one, and nobody else. */
  private static void keepPermissions(Path target, Path beside) throws IOException {
    if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(target));
    }
  }

  /** A sink as a channel that its user cannot close. */
  private record SinkChannel(Disk.Sink sink) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer bytes) throws IOException {
      int before = bytes.remaining();
      sink.write(bytes);
      return before - bytes.remaining();
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
