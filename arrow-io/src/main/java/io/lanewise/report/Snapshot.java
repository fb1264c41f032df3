package io.lanewise.report;

import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.SequentialComparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A score while rows are read.
 *
 * @param rows generated rows read so far
 * @param card the score; its generated rows are those that count, fewer where there is a window
 * @param sequential the test that may be looked at any time, where it was asked for
 * @param crossed the rules that are crossed
 * @param last whether the data has ended
 */
public record Snapshot(
    long rows,
    Scorecard card,
    @Nullable SequentialComparison sequential,
    List<String> crossed,
    boolean last) {

  /** Copies the list. */
  public Snapshot {
    crossed = List.copyOf(crossed);
  }
}
