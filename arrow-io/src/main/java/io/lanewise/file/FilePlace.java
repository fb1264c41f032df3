package io.lanewise.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where a file is, or will be when it is written. */
public final class FilePlace {

  private FilePlace() {}

  /** The place, behind all links. */
  public static Path of(Path path) throws IOException {
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    Path target =
        Files.isSymbolicLink(path)
            ? path.toAbsolutePath().resolveSibling(Files.readSymbolicLink(path))
            : path.toAbsolutePath();
    return Objects.requireNonNull(target.getParent()).toRealPath().resolve(target.getFileName());
  }

  /**
   * Whether two files are one, by links of either kind too; where a folder is missing, they are
   * told apart by their names.
   */
  public static boolean same(Path first, Path second) {
    try {
      boolean exist = Files.exists(first) && Files.exists(second);
      return exist ? Files.isSameFile(first, second) : of(first).equals(of(second));
    } catch (IOException e) {
      return first.toAbsolutePath().normalize().equals(second.toAbsolutePath().normalize());
    }
  }
}
