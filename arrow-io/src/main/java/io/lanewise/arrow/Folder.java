package io.lanewise.arrow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The Arrow files directly in a folder. */
final class Folder {

  private static final List<String> ENDINGS = List.of(".arrow", ".arrows", ".feather", ".ipc");

  private Folder() {}

  /** Regular files with an ending of Arrow's, by name; a folder without any is refused. */
  static List<Path> arrowFiles(Path folder) {
    Place place = Place.of(folder.toString());
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(Folder::isArrowFile).sorted().toList();
    } catch (IOException e) {
      throw place.failure(e);
    } catch (UncheckedIOException e) {
      throw place.refusal("cannot be listed: " + e.getMessage(), e);
    }
    if (files.isEmpty()) {
      throw place.refusal("a folder without files that end in " + String.join(", ", ENDINGS));
    }
    return files;
  }

  private static boolean isArrowFile(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(path);
  }
}
