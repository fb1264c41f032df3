package io.lanewise.cli;

import io.lanewise.evaluate.DecayingWindow;
import io.lanewise.evaluate.RowWindow;
import io.lanewise.evaluate.SlidingWindow;
import io.lanewise.profile.Reference;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that make a score a running one. */
final class StreamOptions {

  /** Panes of a half-life, unless asked for otherwise. */
  private static final int PANES = 16;

  /** Rows between two times that the state is kept, unless asked for otherwise. */
  private static final long STATE_STEP = 1_000_000;

  private static final double MEBIBYTE = 1 << 20;

  @Option(
      names = "--every",
      paramLabel = "ROWS",
      converter = RowCount.Converter.class,
      description = "print a line after every ROWS generated rows, like 50000, 50k or 1M")
  private @Nullable RowCount every;

  @Option(
      names = "--window",
      paramLabel = "ROWS",
      converter = RowCount.Converter.class,
      description = "score the latest ROWS rows only, a line every --slide rows")
  private @Nullable RowCount window;

  @Option(
      names = "--slide",
      paramLabel = "ROWS",
      converter = RowCount.Converter.class,
      description =
          "move the window by ROWS, a part of it (default: the whole window; of a half-life a"
              + " sixteenth)")
  private @Nullable RowCount slide;

  @Option(
      names = "--half-life",
      paramLabel = "ROWS",
      converter = RowCount.Converter.class,
      description = "let rows count half after ROWS further ones; a line every --slide rows")
  private @Nullable RowCount halfLife;

  @Writes
  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "keep what is counted in FILE, and go on from it: an input that is read again is counted"
              + " from where it stopped")
  private @Nullable Path state;

  @Option(names = "--again", description = "with --state: count the input, also if it was before")
  private boolean again;

  @Option(
      names = "--sequential",
      description =
          "with --every: add a p-value that may be looked at in every line; half of the real rows"
              + " are paired with generated ones for it")
  private boolean sequential;

  /** Whether lines are printed while rows are read. */
  boolean hasLines() {
    return Stream.of(every, window, halfLife).anyMatch(Objects::nonNull);
  }

  /** Whether rows are looked at before the last is read. */
  boolean isRunning() {
    return hasLines() || state != null;
  }

  @Nullable Path state() {
    return state;
  }

  boolean again() {
    return again;
  }

  boolean sequential() {
    return sequential;
  }

  /** Fails where the options do not go together. */
  void check() {
    if (Stream.of(every, window, halfLife).filter(Objects::nonNull).count() > 1) {
      throw new UsageException("more than one of --every, --window and --half-life");
    }
    if (state != null && (window != null || halfLife != null)) {
      throw new UsageException(
          "--state with "
              + (window != null ? "--window" : "--half-life")
              + ": it keeps the counts"
              + " of all rows, expected --every");
    }
    if (sequential && (every == null || state != null)) {
      throw new UsageException(
          state != null
              ? "--sequential with --state: its evidence cannot be kept, expected one of the two"
              : "--sequential without --every; rows that leave a window or fade would end what it"
                  + " promises");
    }
    if (again && state == null) {
      throw new UsageException("--again without --state");
    }
    if (slide != null && window == null && halfLife == null) {
      throw new UsageException("--slide without --window or --half-life");
    }
    if (slide != null && window != null && window.rows() % slide.rows() != 0) {
      throw new UsageException(
          "--slide "
              + slide.rows()
              + ", expected a number that --window "
              + window.rows()
              + " is a multiple of");
    }
  }

  /** How many rows lie between two lines, or between two times that the state is kept. */
  long step() {
    if (every != null) {
      return every.rows();
    }
    if (slide != null) {
      return slide.rows();
    }
    if (window != null) {
      return window.rows();
    }
    return halfLife != null ? Math.ceilDiv(halfLife.rows(), PANES) : STATE_STEP;
  }

  /** What a score of so many rows is of, in words to be put behind the name of the data. */
  String scope(long rows) {
    if (halfLife != null) {
      return String.format(
          Locale.ROOT,
          " (%,d rows, half-life %,d; as rows of equal weight)",
          rows,
          halfLife.rows());
    }
    if (state != null) {
      return " (and all inputs that " + state + " had before)";
    }
    return window == null
        ? ""
        : String.format(Locale.ROOT, " (window of %,d in %,d rows)", window.rows(), rows);
  }

  /**
   * Which rows count; null for all of them.
   *
   * @param reference the symbols
   * @param limitBytes most memory that a window may take
   */
  @Nullable RowWindow window(Reference reference, long limitBytes) {
    if (halfLife != null) {
      return new DecayingWindow(reference, halfLife.rows());
    }
    if (window == null) {
      return null;
    }
    long panes = window.rows() / step();
    double bytes = SlidingWindow.leastBytes(reference, panes);
    if (bytes > limitBytes || panes > Integer.MAX_VALUE) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "--window: its %,d panes take %,.0f MiB, expected at most the %,.0f MiB of"
                  + " --memory-limit; a longer --slide makes fewer",
              panes,
              Math.ceil(bytes / MEBIBYTE),
              Math.floor(limitBytes / MEBIBYTE)));
    }
    return new SlidingWindow(reference, (int) panes, limitBytes);
  }

  /** What a window needs, in words; empty where there is none that grows with its panes. */
  Optional<String> windowNeeds(Reference reference) {
    if (window == null) {
      return Optional.empty();
    }
    long panes = window.rows() / step();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "a window of %,d %s, %,.1f MiB and what new categories add",
            panes,
            panes == 1 ? "pane" : "panes",
            SlidingWindow.leastBytes(reference, panes) / MEBIBYTE));
  }
}
