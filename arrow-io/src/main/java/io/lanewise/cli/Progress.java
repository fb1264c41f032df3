package io.lanewise.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Shows on a terminal how far long work has come: nothing in the first second, then a line that is
 * written over, some times a second, and wiped at the end.
 */
final class Progress implements LongConsumer, AutoCloseable {

  private static final long FIRST_NANOS = 1_000_000_000;
  private static final long BETWEEN_NANOS = 200_000_000;
  private static final int BAR = 30;

  private final PrintStream err;
  private final long total;
  private final String unit;
  private final boolean quiet;
  private final long start = System.nanoTime();
  private long next = start + FIRST_NANOS;
  private boolean shown;

  /**
   * @param unit what is counted, in the plural
   */
  Progress(PrintStream err, long total, String unit, boolean quiet) {
    this.err = err;
    this.total = total;
    this.unit = unit;
    this.quiet = quiet;
  }

  @Override
  public synchronized void accept(long done) {
    long now = System.nanoTime();
    if (quiet || now - next < 0) {
      return;
    }
    next = now + BETWEEN_NANOS;
    if (!shown && !isTerminal()) {
      next = Long.MAX_VALUE;
      return;
    }
    shown = true;
    double share = total == 0 ? 1 : (double) done / total;
    double seconds = (now - start) / 1e9;
    int filled = (int) (share * BAR);
    err.print(
        String.format(
            Locale.ROOT,
            "\r[%s%s] %3.0f %%  %,d %s  %,.0f %s/s  %.0f s left ",
            "#".repeat(filled),
            ".".repeat(BAR - filled),
            100 * share,
            done,
            unit,
            done / seconds,
            unit,
            seconds * (1 - share) / share));
    err.flush();
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  /** Wipes the line. */
  @Override
  public synchronized void close() {
    if (shown) {
      err.print("\r" + " ".repeat(99) + "\r");
      err.flush();
    }
  }
}
