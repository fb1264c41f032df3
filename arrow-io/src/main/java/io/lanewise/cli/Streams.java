package io.lanewise.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a command reads from and writes to.
 *
 * @param in standard input
 * @param out standard output, unbuffered; its errors are exceptions
 * @param outCharset the charset that standard output is read in
 * @param err standard error
 * @param outIsTerminal whether people read standard output as it is written
 * @param errIsTerminal whether people read standard error as it is written
 * @param inFile leads to the file that standard input is, if it is one; null where none can tell
 */
record Streams(
    InputStream in,
    OutputStream out,
    Charset outCharset,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    @Nullable Path inFile) {

  /** Streams that come from no file. */
  Streams(
      InputStream in,
      OutputStream out,
      Charset outCharset,
      PrintStream err,
      boolean outIsTerminal,
      boolean errIsTerminal) {
    this(in, out, outCharset, err, outIsTerminal, errIsTerminal, null);
  }

  /** Streams that lead to no terminal. */
  Streams(InputStream in, OutputStream out, Charset outCharset, PrintStream err) {
    this(in, out, outCharset, err, false, false);
  }

  /** Writes text to standard output. */
  void print(String text) {
    write(text.getBytes(outCharset));
  }

  /**
   * Writes to standard output.
   *
   * @return whether anybody reads on: one who has seen enough, as {@code head} has, is no error
   */
  boolean write(byte[] content) {
    try {
      out.write(content);
      out.flush();
      return true;
    } catch (IOException e) {
      if (!isClosedPipe(e)) {
        throw new EnvironmentException("standard output cannot be written: " + e.getMessage(), e);
      }
      return false;
    }
  }

  private static boolean isClosedPipe(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("Broken pipe") || message.contains("closed");
  }
}
