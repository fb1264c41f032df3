package io.lanewise.arrow;

/**
 * What is wrong with some bytes, said where it was found; a {@link Place} turns it into the data
 * exception that also says where that is. Never leaves this package.
 */
final class MalformedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedException(String message) {
    super(message);
  }

  /** Without a stack trace to fill in: the place is what locates it. */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
