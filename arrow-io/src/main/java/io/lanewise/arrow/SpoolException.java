package io.lanewise.arrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary file could not be written: no fault of the data. */
public final class SpoolException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SpoolException(IOException cause) {
    super("a temporary file cannot be written: " + cause.getMessage(), cause);
  }

  /** A file for bytes that can be read only once. */
  static Path createFile() {
    try {
      return Files.createTempFile("lanewise", ".spool");
    } catch (IOException e) {
      throw new SpoolException(e);
    }
  }
}
