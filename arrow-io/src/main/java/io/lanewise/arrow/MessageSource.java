package io.lanewise.arrow;

import org.jspecify.annotations.Nullable;

/**
 * The messages of a stream, one after the other. One is {@code 0xFFFFFFFF} (which writers before
 * 0.15 left out), the length of its metadata, the metadata, the body; a length of zero is an end
 * marker.
 */
interface MessageSource {

  int CONTINUATION = -1;

  /** Bytes of an end marker. */
  int END_BYTES = 8;

  /** Most zeros between an end marker and what follows it, if that is aligned to them. */
  int MOST_PADDING = 64;

  /** The next message, {@link IpcMessage#END}, or null where the bytes end. */
  @Nullable IpcMessage next();

  /** Bytes before the next message. */
  long position();

  /** Refuses a length of metadata that no message has. */
  static void checkLength(int length, long at) {
    if (length < 0) {
      throw new MalformedException(
          "the message at byte " + at + " has " + length + " bytes of metadata");
    }
  }

  static MalformedException cutPrefix(long at, long there) {
    return new MalformedException(
        String.format(
            "truncated: the message at byte %d begins with 4 or 8 bytes, and %d are there",
            at, there));
  }

  static MalformedException cutMetadata(long at, int length, long there) {
    return new MalformedException(
        String.format(
            "truncated: the message at byte %d has %d bytes of metadata, and %d are there",
            at, length, there));
  }
}
