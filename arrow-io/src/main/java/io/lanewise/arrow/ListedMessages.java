package io.lanewise.arrow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the messages lie that a footer lists. They may be listed in any order, but a byte belongs
 * to one of them: a batch that is listed twice would be counted twice.
 */
final class ListedMessages {

  /** What lies between the last message and the footer is an end marker, and padding to 64. */
  private static final int MOST_AFTER = 8 + 64;

  private final List<Listed> all = new ArrayList<>();
  private long byteCount;
  private long end;

  /**
   * None yet.
   *
   * @param firstAt the byte that a message may begin at
   */
  ListedMessages(long firstAt) {
    end = firstAt;
  }

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
    end = Math.max(end, to);
  }

  /** Bytes of all so far, together. */
  long byteCount() {
    return byteCount;
  }

  /** Refuses messages that repeat or overlap. */
  void checkApart() {
    List<Listed> ascending = new ArrayList<>(all);
    ascending.sort(Comparator.comparingLong(Listed::from));
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
  }

  /**
   * Refuses a footer that does not follow what it lists: of two files put together the footer of
   * the second counts, and its places are those of the first, whose rows may be other ones.
   *
   * @param footerAt its first byte
   */
  void checkEnd(long footerAt) {
    if (footerAt - end > MOST_AFTER) {
      throw new MalformedException(
          String.format(
              "the footer at byte %d lists messages up to byte %d, and nothing of the %d bytes"
                  + " between: are these two files put together?",
              footerAt, end, footerAt - end));
    }
  }
}
