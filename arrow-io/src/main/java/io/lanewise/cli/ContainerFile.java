package io.lanewise.cli;

import io.lanewise.column.DataException;
import io.lanewise.container.Container;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Containers in files and streams. The first bytes tell them from all else, so that no more is read
 * of what may have no end.
 */
final class ContainerFile {

  /** How many of its first bytes tell a container. */
  static final int START = 9;

  /** Most bytes of an array, less what virtual machines keep for themselves. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private ContainerFile() {}

  /**
   * The container in a file, which must hold one.
   *
   * @param kind what is expected in it, in a word
   * @param format the name of its format, for messages
   */
  static Container read(Path path, String kind, String format) {
    String source = path.toString();
    try {
      if (Files.isDirectory(path)) {
        throw new DataException(source + ": is a folder, expected a " + kind);
      }
      try (InputStream in = Files.newInputStream(path)) {
        return read(source, in, kind, format);
      }
    } catch (NoSuchFileException e) {
      throw new DataException(source + ": no such file", e);
    } catch (IOException e) {
      throw new DataException(source + ": cannot be read: " + FileProblem.reason(e), e);
    }
  }

  /** The container in what is left of a stream. */
  static Container read(String source, InputStream in, String kind, String format)
      throws IOException {
    byte[] start = in.readNBytes(START);
    if (start.length == 0) {
      throw new DataException(source + ": is empty: it has 0 bytes");
    }
    if (!Container.isLikely(start)) {
      throw new DataException(source + ": is no " + kind + ", expected " + format);
    }
    byte[] rest = in.readNBytes(LONGEST - start.length);
    if (in.read() >= 0) {
      throw new DataException(source + ": is longer than " + LONGEST + " bytes");
    }
    byte[] bytes = new byte[start.length + rest.length];
    System.arraycopy(start, 0, bytes, 0, start.length);
    System.arraycopy(rest, 0, bytes, start.length, rest.length);
    return Container.of(bytes, source);
  }
}
