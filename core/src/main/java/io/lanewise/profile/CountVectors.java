package io.lanewise.profile;

/** Exact sums and differences of counts, entry by entry. */
final class CountVectors {

  private CountVectors() {}

  /**
   * The sum of counts, none of which is negative.
   *
   * @throws ArithmeticException if an entry passes 2^63 - 1
   */
  static long[] sum(long[] a, long[] b) {
    long[] sum = new long[a.length];
    long signs = 0;
    for (int i = 0; i < a.length; i++) {
      long entry = a[i] + b[i];
      sum[i] = entry;
      signs |= entry;
    }
    if (signs < 0) {
      throw new ArithmeticException("a count passes 2^63 - 1");
    }
    return sum;
  }

  /**
   * @throws IllegalArgumentException if an entry of b is above that of a
   */
  static long[] difference(long[] a, long[] b) {
    long[] difference = a.clone();
    for (int i = 0; i < a.length; i++) {
      if (b[i] > a[i]) {
        throw new IllegalArgumentException(
            "symbol %d was counted %d times, %d are to be subtracted".formatted(i, a[i], b[i]));
      }
      difference[i] = a[i] - b[i];
    }
    return difference;
  }
}
