package io.lanewise.gate;

/** A rule that cannot be used; the message names it, and says what was expected. */
public final class RuleException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** An exception with a one-line message. */
  RuleException(String message) {
    super(message);
  }
}
