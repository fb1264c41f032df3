package io.lanewise.arrow;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Bytes that arrive one after the other. */
final class Arrival {

  /** Most bytes that one system call is asked for. */
  private static final int PIECE = 1 << 20;

  private final ByteBuffer head;
  private final ReadableByteChannel channel;
  private final @Nullable MessageDigest digest;
  private long position;

  /**
   * Bytes to be read.
   *
   * @param head what was read already
   * @param rest is read on, and not closed
   * @param digest is told all bytes, where there is one
   */
  Arrival(byte[] head, InputStream rest, @Nullable MessageDigest digest) {
    this.head = ByteBuffer.wrap(head);
    // Of a FileInputStream, as standard input is, its own: nothing is copied on the way, and an
    // interrupt ends a wait for bytes. Of others it closes the stream, which ends it in a named
    // pipe.
    this.channel = Channels.newChannel(rest);
    this.digest = digest;
  }

  /** How many bytes were handed out. */
  long position() {
    return position;
  }

  /** Fills all of {@code target}; an EOFException where the bytes end before. */
  void read(MemorySegment target) throws IOException {
    for (long at = 0; at < target.byteSize(); ) {
      long size = Math.min(PIECE, target.byteSize() - at);
      at += readSome(target.asSlice(at, size).asByteBuffer());
    }
  }

  /** Copies the next bytes to a temporary file. */
  void copy(FileChannel target, long length) throws IOException {
    ByteBuffer piece = ByteBuffer.allocateDirect((int) Math.min(PIECE, length));
    for (long left = length; left > 0; ) {
      piece.clear().limit((int) Math.min(PIECE, left));
      left -= readSome(piece);
      write(piece.flip(), target);
    }
  }

  /** Copies all bytes that are left to a file. */
  void copyAll(FileChannel target) throws IOException {
    try {
      copy(target, Long.MAX_VALUE);
    } catch (EOFException e) {
      // The end is what it was to reach.
    }
  }

  private static void write(ByteBuffer piece, FileChannel target) {
    try {
      while (piece.hasRemaining()) {
        target.write(piece);
      }
    } catch (IOException e) {
      throw new SpoolException(e);
    }
  }

  private int readSome(ByteBuffer target) throws IOException {
    int start = target.position();
    int count = head.hasRemaining() ? readHead(target) : channel.read(target);
    if (count < 0) {
      throw new EOFException();
    }
    if (digest != null) {
      digest.update(target.slice(start, count));
    }
    position += count;
    return count;
  }

  private int readHead(ByteBuffer target) {
    int count = Math.min(head.remaining(), target.remaining());
    target.put(head.slice(head.position(), count));
    head.position(head.position() + count);
    return count;
  }
}
