package io.lanewise.gate;

import io.lanewise.column.OneLine;

/** A rule that cannot be used; the message names it, and says what was expected. */
public final class RuleException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** An exception with a message, which is made one line. */
  RuleException(String message) {
    super(OneLine.of(message));
  }
}
