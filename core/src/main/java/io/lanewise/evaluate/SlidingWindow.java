package io.lanewise.evaluate;

import io.lanewise.column.DataException;
import io.lanewise.profile.CategoryCounts;
import io.lanewise.profile.Profile;
import io.lanewise.profile.Reference;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The latest panes, each of which counts in full: the newest is added and the oldest subtracted, so
 * a step costs the same however many panes there are. The counts are those of the rows in the
 * window and depend on nothing that has left it.
 *
 * <p>Memory: the panes, which are held one by one, and their sum.
 */
public final class SlidingWindow implements RowWindow {

  private final int panes;
  private final long limitBytes;
  private final Deque<Pane> held = new ArrayDeque<>();
  private Profile sum;
  private long heldBytes;

  private record Pane(Profile counts, long bytes) {}

  /**
   * A window without rows.
   *
   * @param reference the symbols
   * @param panes how many it holds, at least 1
   * @param limitBytes most bytes of heap that they may take
   */
  public SlidingWindow(Reference reference, int panes, long limitBytes) {
    if (panes < 1) {
      throw new IllegalArgumentException("panes: got " + panes + ", expected at least 1");
    }
    this.panes = panes;
    this.limitBytes = limitBytes;
    this.sum = Profile.empty(reference);
  }

  /**
   * Bytes of heap that so many panes take at least: categories that the rows bring are added to it.
   */
  public static double leastBytes(Reference reference, long panes) {
    return (double) panes * Profile.empty(reference).heapBytes();
  }

  @Override
  public void add(Profile pane) {
    Pane added = new Pane(pane, pane.heapBytes());
    sum = sum.plus(pane);
    held.add(added);
    heldBytes += added.bytes;
    if (held.size() > panes) {
      Pane oldest = held.remove();
      heldBytes -= oldest.bytes;
      sum = isFolded(sum) ? addUp() : sum.minus(oldest.counts);
    }
    if (heldBytes > limitBytes) {
      throw new DataException(
          "the window needs %d bytes for %d panes, expected at most %d; a longer slide makes fewer"
              .formatted(heldBytes, held.size(), limitBytes));
    }
  }

  @Override
  public void addRest(Profile rest) {
    if (!isFull()) {
      add(rest);
    }
  }

  /** What is folded stays folded under subtraction, also where too few values are left for it. */
  private static boolean isFolded(Profile profile) {
    return profile.columns().stream()
        .anyMatch(counts -> counts instanceof CategoryCounts values && values.isFolded());
  }

  private Profile addUp() {
    return held.stream().map(Pane::counts).reduce(Profile.empty(sum.reference()), Profile::plus);
  }

  @Override
  public Profile counts() {
    return sum;
  }

  @Override
  public boolean isFull() {
    return held.size() == panes;
  }
}
