package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lanewise.reliability.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Inputs that lie beside the repository and are no part of it: {@code ../shared}, or the folder
 * that the property {@code lanewise.shared} or the variable {@code LANEWISE_SHARED} names. A test
 * that wants them says so when they are absent, and fails where all is to be tested.
 */
public final class Shared {

  private Shared() {}

  /** A file or a folder there. */
  public static Path path(String name) {
    String named = System.getProperty("lanewise.shared", System.getenv("LANEWISE_SHARED"));
    List<Path> roots =
        named != null
            ? List.of(Path.of(named))
            : List.of(Path.of("../shared"), Path.of("../../shared"));
    for (Path root : roots) {
      if (Files.exists(root.resolve(name))) {
        return root.resolve(name);
      }
    }
    String missing =
        name + " is not under " + roots + "; say where it is with -Dlanewise.shared=FOLDER";
    // Figures of all inputs need all inputs.
    assertFalse(Measured.isFull(), missing);
    Assumptions.abort(missing);
    throw new AssertionError("not reached");
  }

  /** All files below a folder there, by name. */
  public static List<Path> files(String name) throws IOException {
    try (Stream<Path> all = Files.walk(path(name))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
