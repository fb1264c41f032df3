package io.lanewise.arrow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the messages lie that a footer lists. They may be listed in any order, but a byte belongs
 * to one of them: a batch that is listed twice would be counted twice.
 */
final class ListedMessages {

  /** What may lie between two messages. */
  private static final int MOST_BETWEEN = MessageSource.END_BYTES + MessageSource.MOST_PADDING;

  private final List<Listed> all = new ArrayList<>();
  private long byteCount;

  /** Bytes {@code [from, to)} of the file. */
  private record Listed(String kind, int number, long from, long to) {
    @Override
    public String toString() {
      return kind + " " + number + " at bytes " + from + " to " + to;
    }
  }

  /**
   * Adds one.
   *
   * @param kind what to call it
   * @param number of its kind, in the order of the footer
   * @param from its first byte
   * @param to the end of its body
   */
  void add(String kind, int number, long from, long to) {
    all.add(new Listed(kind, number, from, to));
    byteCount += to - from;
  }

  /** Bytes of all so far, together. */
  long byteCount() {
    return byteCount;
  }

  /** Refuses messages that repeat or overlap. */
  void checkApart() {
    ascending();
  }

  /** The messages as they lie, none of which repeats or overlaps. */
  private List<Listed> ascending() {
    List<Listed> ascending = all.stream().sorted(Comparator.comparingLong(Listed::from)).toList();
    for (int i = 1; i < ascending.size(); i++) {
      Listed before = ascending.get(i - 1);
      Listed next = ascending.get(i);
      if (next.from < before.to) {
        throw new MalformedException(
            "the footer lists "
                + before
                + ", and "
                + next
                + ": a byte belongs to one message, and a message is listed once");
      }
    }
    return ascending;
  }

  /**
   * Refuses messages that repeat or overlap, and a footer that leaves something out: its table has
   * not all the rows. It may also be that of the second of two files put together, whose places are
   * looked up in the first.
   *
   * @param from the byte that the first message may begin at
   * @param footerAt the footer's first byte
   */
  void checkComplete(long from, long footerAt) {
    long end = from;
    for (Listed next : ascending()) {
      checkGap(end, next.from);
      end = Math.max(end, next.to);
    }
    checkGap(end, footerAt);
  }

  private static void checkGap(long from, long to) {
    if (to - from > MOST_BETWEEN) {
      throw new MalformedException(
          String.format(
              "the footer lists nothing that lies from byte %d to %d: it is damaged, or two files"
                  + " were put together",
              from, to));
    }
  }
}
