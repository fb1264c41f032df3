package io.lanewise.column;

import org.jspecify.annotations.Nullable;

/**
 * Data that cannot be used: damaged, truncated, of a kind that is not read, or larger than the
 * memory limit. The message is one line that names the source, where known the batch and the
 * column, and what is wrong.
 */
public final class DataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An exception with a message, which is made {@linkplain OneLine one line}. */
  public DataException(String message) {
    super(OneLine.of(message));
  }

  /** An exception with a message, which is made {@linkplain OneLine one line}, and its cause. */
  public DataException(String message, @Nullable Throwable cause) {
    super(OneLine.of(message), cause);
  }
}
