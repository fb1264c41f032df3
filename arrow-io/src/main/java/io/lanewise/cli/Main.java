package io.lanewise.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;

/** Entry point of the command {@code lanewise}. */
public final class Main {

  private Main() {}

  /**
   * Runs a command and ends the JVM with its exit code. Which of the standard streams lead to a
   * terminal is told by the launcher, as the JDK only tells whether all of them do.
   *
   * @param arguments as typed
   */
  public static void main(String[] arguments) {
    int kept = Integer.getInteger("lanewise.stderr.kept", -1);
    if (kept >= 0) {
      StandardError.restore(kept);
    }
    Streams streams =
        new Streams(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            System.out.charset(),
            System.err,
            Boolean.getBoolean("lanewise.stdout.terminal"),
            Boolean.getBoolean("lanewise.stderr.terminal"),
            Path.of("/dev/fd/0"));
    int exitCode = Lanewise.run(arguments, streams);
    System.err.flush();
    System.exit(exitCode);
  }
}
