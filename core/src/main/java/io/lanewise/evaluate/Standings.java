package io.lanewise.evaluate;

import java.util.List;

/**
 * Generated sets, the nearest to the real data first.
 *
 * @param realRows rows of the real data
 * @param columns how many columns the means are over
 * @param sets in their order
 * @param notScored columns that could not be compared with every one of the sets
 */
public record Standings(
    long realRows, int columns, List<Standing> sets, List<NotScored> notScored) {

  /** Copies the lists. */
  public Standings {
    sets = List.copyOf(sets);
    notScored = List.copyOf(notScored);
  }
}
