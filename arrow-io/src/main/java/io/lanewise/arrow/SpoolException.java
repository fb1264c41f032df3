package io.lanewise.arrow;

import java.io.IOException;

/** A temporary file could not be written: no fault of the data. */
public final class SpoolException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SpoolException(IOException cause) {
    super("a temporary file cannot be written: " + cause.getMessage(), cause);
  }
}
