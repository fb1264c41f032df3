package io.lanewise.arrow;

/**
 * Where a message was written.
 *
 * @param at its first byte
 * @param headBytes marker, length and metadata
 * @param bodyBytes what comes after
 */
record MessageSpan(long at, int headBytes, long bodyBytes) {

  /** The same message where other bytes come before it. */
  MessageSpan after(long bytes) {
    return new MessageSpan(at + bytes, headBytes, bodyBytes);
  }
}
