package io.lanewise.evaluate;

import io.lanewise.column.OneLine;

/** A selection that does not fit the data: a column that is not there, or cannot be so treated. */
public final class SelectionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** An exception with a message, made one line, that says what was expected. */
  public SelectionException(String message) {
    super(OneLine.of(message));
  }

  /** An exception with a message, made one line, and what caused it. */
  SelectionException(String message, Throwable cause) {
    super(OneLine.of(message), cause);
  }
}
