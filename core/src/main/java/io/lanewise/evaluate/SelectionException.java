package io.lanewise.evaluate;

/** A selection that does not fit the data: a column that is not there, or cannot be so treated. */
public final class SelectionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** An exception with a one-line message that says what was expected. */
  public SelectionException(String message) {
    super(message);
  }

  /** An exception with a one-line message and what caused it. */
  SelectionException(String message, Throwable cause) {
    super(message, cause);
  }
}
