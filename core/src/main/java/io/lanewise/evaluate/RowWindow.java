package io.lanewise.evaluate;

import io.lanewise.profile.Profile;

/**
 * Which rows of a stream without an end count, and how much: made of panes, the exact counts of
 * rows that followed one another. One thread.
 */
public sealed interface RowWindow permits SlidingWindow, DecayingWindow {

  /**
   * Adds the latest pane.
   *
   * @throws io.lanewise.column.DataException if the panes need more memory than they may take
   */
  void add(Profile pane);

  /**
   * Adds what is left at the end of a stream, fewer rows than a pane has, where that is possible: a
   * sliding window that is full stays as it is, because a whole pane would leave it.
   */
  void addRest(Profile rest);

  /** The counts of what is in the window. */
  Profile counts();

  /** Whether as many rows have come as the window can hold. */
  boolean isFull();
}
