package io.lanewise.gan;

/**
 * A training needs more memory than Java may take, or larger arrays than it has. Nothing was
 * allocated for it yet.
 */
public final class MemoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean bySize;

  MemoryException(String message, boolean bySize) {
    super(message);
    this.bySize = bySize;
  }

  /** Whether it is too large for an array or a file, so that no heap would be enough. */
  public boolean isBySize() {
    return bySize;
  }
}
