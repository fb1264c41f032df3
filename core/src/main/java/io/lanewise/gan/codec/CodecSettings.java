package io.lanewise.gan.codec;

/**
 * How finely a codec looks at its table.
 *
 * @param mostCategories most categories of a column that are choices; where there are more, the
 *     most frequent are, and one choice stands for all others
 * @param mostKnots most values by which a stretch of the number line is known
 * @param mostStretches most stretches of a column
 * @param mostPlainNumbers an ordered column with at most so many distinct numbers has each as a
 *     choice, and no position
 */
public record CodecSettings(
    int mostCategories, int mostKnots, int mostStretches, int mostPlainNumbers) {

  /** Checks that every number is in its range. */
  public CodecSettings {
    check("mostCategories", mostCategories, 2, 1 << 16);
    check("mostKnots", mostKnots, 2, 1 << 12);
    check("mostStretches", mostStretches, 1, 32);
    check("mostPlainNumbers", mostPlainNumbers, 2, 1 << 12);
  }

  private static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s: got %d, expected %d to %d".formatted(name, value, least, most));
    }
  }

  /**
   * 1,000 categories, 1,024 knots, 16 stretches, 4 plain numbers.
   *
   * <p>Of n rows the category beyond the 1,000 most frequent has at most n/1000: too few of 10,000
   * to learn what it goes with, while as the choice of a layer of 128 it would cost as many weights
   * as any other.
   */
  public static CodecSettings ofDefaults() {
    return new CodecSettings(1_000, 1_024, 16, 4);
  }
}
