package io.lanewise.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds one input after the other. */
public final class Scratch {

  private final Path file;

  /** A file of its own in a folder of its own, both gone with the process. */
  public Scratch(String name) {
    try {
      Path folder = Files.createTempDirectory("lanewise-fuzzing");
      file = folder.resolve(name);
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file, with this in it. */
  public Path with(byte[] content) throws IOException {
    return Files.write(file, content);
  }
}
