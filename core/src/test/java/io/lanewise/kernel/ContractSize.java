package io.lanewise.kernel;

import java.util.stream.IntStream;

/**
 * How much of its work a contract does, by the system property {@code lanewise.test.values}: the
 * number of random values a function is tried on, a million by default.
 *
 * <p>Ten million take seconds on compiled vector code; ten thousand take as long in the
 * interpreter, where a vector operation takes microseconds, and without FMA hardware, where a
 * scalar one does. So a small number means fewer lengths and offsets too.
 */
public final class ContractSize {

  private static final String PROPERTY = "lanewise.test.values";
  private static final int VALUES = Integer.getInteger(PROPERTY, 1_000_000);
  private static final int POINTS = Integer.getInteger(PROPERTY, 10_000_000);

  /** Values from which on every length is tried. */
  private static final int THOROUGH = 100_000;

  private static final int MOST_LENGTH = 257;
  private static final int MOST_OFFSET = 17;
  private static final int[] FEW_LENGTHS = {
    0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257
  };
  private static final int[] FEW_OFFSETS = {0, 1, 3, 8};

  private ContractSize() {}

  /** Random values per function. */
  public static int values() {
    return VALUES;
  }

  /** Points that an error is measured on: ten million by default, as its documentation says. */
  static int points() {
    return POINTS;
  }

  /** Repetitions of a test that a million values would be given {@code atMillion} times. */
  public static int times(int atMillion) {
    return Math.clamp((long) atMillion * VALUES / 1_000_000, 1, atMillion);
  }

  /** Whether there is time for every length and every combination. */
  public static boolean thorough() {
    return VALUES >= THOROUGH;
  }

  /** Every length from 0 to 257, or those around the powers of two. */
  public static int[] lengths() {
    return thorough() ? IntStream.rangeClosed(0, MOST_LENGTH).toArray() : FEW_LENGTHS.clone();
  }

  /** Every offset from 0 to 17, or a few. */
  public static int[] offsets() {
    return thorough() ? IntStream.rangeClosed(0, MOST_OFFSET).toArray() : FEW_OFFSETS.clone();
  }
}
