package io.lanewise.profile;

import java.util.OptionalInt;

/**
 * Which pairs of columns are counted together, and how finely.
 *
 * @param most most pairs; of more, those are taken that depend on each other most in the real data
 * @param symbols most symbols a side, {@value Coarsening#LEAST} to {@value Coarsening#MOST}; empty
 *     for as many as the rows support
 */
public record PairPlan(int most, OptionalInt symbols) {

  /** Most pairs of a reference: their counts take 2 KiB each and thread, up to 128 MiB in all. */
  public static final int LIMIT = 1 << 16;

  /**
   * Most columns that are paired, those with the largest entropy: 130,816 pairs to choose from,
   * twice what can be asked for.
   */
  public static final int COLUMNS = 512;

  /** All pairs of up to 64 columns; of more columns, as many pairs as 64 have. */
  public static final PairPlan AUTOMATIC = new PairPlan(64 * 63 / 2, OptionalInt.empty());

  /** No pairs. */
  public static final PairPlan NONE = new PairPlan(0, OptionalInt.empty());

  /** Most symbols a side that are chosen unasked. */
  private static final int MOST_UNASKED = 16;

  /** Checks the range of the numbers. */
  public PairPlan {
    if (most < 0 || most > LIMIT) {
      throw new IllegalArgumentException("pairs: got " + most + ", expected 0 to " + LIMIT);
    }
    if (symbols.isPresent()
        && (symbols.getAsInt() < Coarsening.LEAST || symbols.getAsInt() > Coarsening.MOST)) {
      throw new IllegalArgumentException(
          "symbols of a pair: got "
              + symbols.getAsInt()
              + ", expected "
              + Coarsening.LEAST
              + " to "
              + Coarsening.MOST);
    }
  }

  /**
   * Symbols a side for n rows of real data: as asked for, else {@code min(16, floor(sqrt(n/5)))},
   * so that a cell of independent columns expects five rows, and at least 2.
   */
  int symbolsFor(long n) {
    return symbols.orElseGet(
        () -> Math.clamp((long) Math.sqrt((double) n / 5), Coarsening.LEAST, MOST_UNASKED));
  }
}
