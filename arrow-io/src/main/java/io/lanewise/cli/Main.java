package io.lanewise.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** Entry point of the command {@code lanewise}. */
public final class Main {

  private Main() {}

  /**
   * Runs a command and ends the JVM with its exit code.
   *
   * @param arguments as typed
   */
  public static void main(String[] arguments) {
    Streams streams =
        new Streams(
            System.in, new FileOutputStream(FileDescriptor.out), System.out.charset(), System.err);
    int exitCode = Lanewise.run(arguments, streams);
    System.err.flush();
    System.exit(exitCode);
  }
}
