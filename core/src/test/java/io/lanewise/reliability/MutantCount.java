package io.lanewise.reliability;

import java.util.Locale;

/** How many mutants there are, and how many of them a test noticed. */
record MutantCount(int mutants, int killed) {

  static final MutantCount NONE = new MutantCount(0, 0);

  /**
   * One mutant of this status. A mutant that hangs or exhausts memory would be seen; of one that
   * does not run at all nothing was learnt, so it does not count.
   */
  static MutantCount of(String status) {
    return switch (status) {
      case "KILLED", "TIMED_OUT", "MEMORY_ERROR" -> new MutantCount(1, 1);
      case "SURVIVED", "NO_COVERAGE" -> new MutantCount(1, 0);
      case "NON_VIABLE", "RUN_ERROR" -> NONE;
      default -> throw new IllegalArgumentException("no status of a finished mutant: " + status);
    };
  }

  MutantCount plus(MutantCount other) {
    return new MutantCount(mutants + other.mutants, killed + other.killed);
  }

  double percent() {
    return 100.0 * killed / mutants;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d mutants, %.1f %% killed", mutants, percent());
  }
}
