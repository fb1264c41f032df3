package io.lanewise.evaluate;

import io.lanewise.measure.JsDifference;
import org.jspecify.annotations.Nullable;

/**
 * A generated set among others, in nats; means are over the columns that are no identifiers.
 *
 * @param position which of the generated sets it is, from 0 in the order given
 * @param source what to call it
 * @param js mean JS, by which sets are ranked
 * @param jsCorrected mean JS less what chance adds to it ({@link JsDifference#corrected}); may be
 *     below 0
 * @param jsNoiseFloor the mean JS that chance alone would give
 * @param klRealGenerated mean {@code KL(p|q)}, possibly infinite
 * @param card all scores of the set
 * @param toNext how much farther the next set is, less what chance adds to either: negative where
 *     that is the larger part of the next set's JS; null for the last set
 */
public record Standing(
    int position,
    String source,
    double js,
    double jsCorrected,
    double jsNoiseFloor,
    double klRealGenerated,
    Scorecard card,
    @Nullable JsDifference toNext) {

  /** A p-value from here on may well be chance. */
  public static final double LEVEL = 0.05;

  /** Rows of the generated set. */
  public long rows() {
    return card.generatedRows();
  }

  /** Whether the next set is so much farther that chance does not explain it. */
  public boolean nearerThanNext() {
    return toNext != null && toNext.difference() > 0 && toNext.pValue() < LEVEL;
  }

  Standing before(JsDifference difference) {
    return new Standing(
        position, source, js, jsCorrected, jsNoiseFloor, klRealGenerated, card, difference);
  }
}
