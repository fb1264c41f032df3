package io.lanewise.gan.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Whole numbers of which some need more than 64 bits.
 *
 * @param values ascending
 * @param step divides all differences; what lies between values is whole steps from them
 */
@SuppressWarnings("ArrayRecordComponent") // held by one codec, never compared
record WideLine(BigInteger[] values, BigInteger step) implements Line {

  private static final int PART_BITS = 53;

  /** A line with the greatest step that fits. */
  static WideLine of(BigInteger[] values) {
    BigInteger step = BigInteger.ZERO;
    for (int i = 1; i < values.length && !step.equals(BigInteger.ONE); i++) {
      step = step.gcd(values[i].subtract(values[i - 1]));
    }
    return new WideLine(values, step.signum() == 0 ? BigInteger.ONE : step);
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public double distance(int from, int to) {
    // Decimals have up to 256 bits, so this is finite.
    return values[to].subtract(values[from]).doubleValue();
  }

  @Override
  public boolean ascends(int index) {
    return values[index].compareTo(values[index - 1]) > 0
        && values[index].subtract(values[index - 1]).mod(step).signum() == 0;
  }

  @Override
  public Line select(int[] indices) {
    return new WideLine(
        Arrays.stream(indices).mapToObj(i -> values[i]).toArray(BigInteger[]::new), step);
  }

  @Override
  public int search(NumberRows rows, int row) {
    return Arrays.binarySearch(values, rows.asWide(row));
  }

  @Override
  public double part(int below, NumberRows rows, int row) {
    BigInteger low = values[below];
    BigInteger beyond = rows.asWide(row).subtract(low);
    return new BigDecimal(beyond)
        .divide(new BigDecimal(values[below + 1].subtract(low)), MathContext.DECIMAL64)
        .doubleValue();
  }

  @Override
  public void put(double place, NumberRows rows, int row) {
    int index = (int) place;
    double part = place - index;
    BigInteger value = values[index];
    if (part > 0) {
      BigInteger steps = values[index + 1].subtract(value).divide(step);
      BigInteger taken =
          steps
              .multiply(BigInteger.valueOf((long) (part * (1L << PART_BITS))))
              .shiftRight(PART_BITS);
      value = value.add(taken.multiply(step));
    }
    rows.put(row, value);
  }
}
