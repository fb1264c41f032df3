package io.lanewise.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * What a command reads from and writes to.
 *
 * @param in standard input
 * @param out standard output, unbuffered; its errors are exceptions
 * @param outCharset the charset that standard output is read in
 * @param err standard error
 */
record Streams(InputStream in, OutputStream out, Charset outCharset, PrintStream err) {

  /** Writes text to standard output. */
  void print(String text) {
    write(text.getBytes(outCharset));
  }

  /** Writes to standard output; a reader that has seen enough, as {@code head} has, is no error. */
  void write(byte[] content) {
    try {
      out.write(content);
      out.flush();
    } catch (IOException e) {
      if (!isClosedPipe(e)) {
        throw new EnvironmentException("standard output cannot be written: " + e.getMessage(), e);
      }
    }
  }

  private static boolean isClosedPipe(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("Broken pipe") || message.contains("closed");
  }
}
