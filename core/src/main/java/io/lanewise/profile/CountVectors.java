package io.lanewise.profile;

/** Exact sums and differences of counts, entry by entry. */
final class CountVectors {

  private CountVectors() {}

  /**
   * @throws ArithmeticException if an entry passes 2^63 - 1
   */
  static long[] sum(long[] a, long[] b) {
    long[] sum = a.clone();
    for (int i = 0; i < a.length; i++) {
      sum[i] = Math.addExact(a[i], b[i]);
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
