package io.lanewise.gan;

/** A training needs more memory than Java may take. Nothing was allocated for it yet. */
public final class MemoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MemoryException(String message) {
    super(message);
  }
}
