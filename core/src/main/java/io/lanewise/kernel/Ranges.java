package io.lanewise.kernel;

/** Refuses ranges of arrays that a kernel could not trust. */
final class Ranges {

  private Ranges() {}

  /** Refuses {@code [from, from + count)} unless it lies inside an array. */
  static void check(String name, int from, int count, int length) {
    if (count < 0) {
      throw new IllegalArgumentException("count is " + count + ", expected at least 0");
    }
    if (from < 0 || from > length - count) {
      throw new IllegalArgumentException(
          "%s: [%d, %d + %d) of an array of %d".formatted(name, from, from, count, length));
    }
  }

  /** Refuses {@code [from, to)} unless it lies inside an array. */
  static void checkEnds(String name, int from, int to, int length) {
    if (from < 0 || from > to || to > length) {
      throw new IllegalArgumentException(
          "%s: [%d, %d) of an array of %d".formatted(name, from, to, length));
    }
  }

  /** Refuses two ranges of one array that share some elements but do not begin together. */
  static void checkSameOrApart(String name, int from, String other, int otherFrom, int count) {
    if (from != otherFrom && Math.abs(from - otherFrom) < count) {
      throw new IllegalArgumentException(
          "%s from %d and %s from %d overlap in one array: %d elements each"
              .formatted(name, from, other, otherFrom, count));
    }
  }
}
