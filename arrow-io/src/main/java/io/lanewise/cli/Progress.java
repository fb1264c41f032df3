package io.lanewise.cli;

import java.io.PrintStream;
import java.util.Locale;
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
  private final boolean silent;
  private final long start = System.nanoTime();
  private long next = start + FIRST_NANOS;
  private boolean shown;

  /**
   * Progress of some work.
   *
   * @param total how much there is to do; negative where nobody knows
   * @param unit what is counted, in the plural
   * @param quiet whether nothing is to be shown
   */
  Progress(Streams streams, long total, String unit, boolean quiet) {
    this.err = streams.err();
    this.total = total;
    this.unit = unit;
    this.silent = quiet || !streams.errIsTerminal();
  }

  @Override
  public synchronized void accept(long done) {
    long now = System.nanoTime();
    if (silent || now - next < 0) {
      return;
    }
    next = now + BETWEEN_NANOS;
    shown = true;
    double seconds = (now - start) / 1e9;
    String speed =
        String.format(Locale.ROOT, "%,d %s  %,.0f %s/s ", done, unit, done / seconds, unit);
    err.print("\r" + (total < 0 ? speed : bar(done, speed, seconds)));
    err.flush();
  }

  private String bar(long done, String speed, double seconds) {
    double share = total == 0 ? 1 : (double) done / total;
    int filled = (int) (share * BAR);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%  %s %.0f s left ",
        "#".repeat(filled),
        ".".repeat(BAR - filled),
        100 * share,
        speed,
        seconds * (1 - share) / share);
  }

  /** Wipes the line, until there is more progress. */
  synchronized void wipe() {
    if (shown) {
      err.print("\r" + " ".repeat(99) + "\r");
      err.flush();
      shown = false;
    }
  }

  /** Wipes the line. */
  @Override
  public void close() {
    wipe();
  }
}
