package io.lanewise.cli;

/** What a command tells its caller. */
final class ExitCode {

  /** All went well. */
  static final int OK = 0;

  /** A rule of a gate was crossed, or a training diverged: there is a result, and it is bad. */
  static final int CROSSED = 1;

  /** The arguments are not usable. */
  static final int USAGE = 2;

  /** An input cannot be used. */
  static final int DATA = 3;

  /** The surroundings failed: a file that cannot be written, memory that is not there. */
  static final int ENVIRONMENT = 4;

  /** A mistake of Lanewise's own. */
  static final int INTERNAL = 5;

  /** Ctrl-C: 128 and the number of the signal, as shells tell it. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
