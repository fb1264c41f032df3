package io.lanewise.measure;

/** Logarithms of counts: those of small ones, which most cells of a table have, are looked up. */
final class CountLogarithms {

  private static final double[] SMALL = new double[1 << 12];

  static {
    for (int count = 1; count < SMALL.length; count++) {
      SMALL[count] = Math.log(count);
    }
  }

  private CountLogarithms() {}

  /** ln of a positive count. */
  static double of(long count) {
    return count < SMALL.length ? SMALL[(int) count] : Math.log((double) count);
  }
}
