package io.lanewise.evaluate;

import io.lanewise.profile.DecayingCounts;
import io.lanewise.profile.Profile;
import io.lanewise.profile.Reference;

/**
 * All rows so far, which weigh half as much after every half-life: {@code w = 2^(-age /
 * half-life)}, the age of a row being the number of rows behind its pane. What is scored are counts
 * of as many rows as the weighted ones are worth, some 2.9 half-lives; see {@link DecayingCounts}.
 */
public final class DecayingWindow implements RowWindow {

  private final DecayingCounts counts;
  private final double halfLife;
  private boolean begun;

  /**
   * A window without rows.
   *
   * @param reference the symbols
   * @param halfLife in rows, above 0
   */
  public DecayingWindow(Reference reference, double halfLife) {
    if (!(halfLife > 0)) {
      throw new IllegalArgumentException("halfLife: got " + halfLife + ", expected above 0");
    }
    this.counts = new DecayingCounts(reference);
    this.halfLife = halfLife;
  }

  @Override
  public void add(Profile pane) {
    counts.add(StrictMath.pow(2, -(double) pane.rows() / halfLife), pane);
    begun = true;
  }

  @Override
  public void addRest(Profile rest) {
    add(rest);
  }

  @Override
  public Profile counts() {
    return counts.toProfile();
  }

  /** There is no number of rows that fills it. */
  @Override
  public boolean isFull() {
    return begun;
  }
}
