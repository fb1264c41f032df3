package io.lanewise.cli;

import org.jspecify.annotations.Nullable;

/** Something around the command failed, such as a file that cannot be written. */
final class EnvironmentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EnvironmentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
