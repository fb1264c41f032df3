package io.lanewise.gan;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Which rows a discriminator learns from (two fifths), which choose its parameters (a tenth), and
 * which it is tested on (half).
 *
 * <p>Equal rows are in one part. Groups of them come in random order, each to the part that is
 * furthest below its share; labels are not looked at, so they are as exchangeable in each part as
 * in all rows. Then each part has as many real as generated rows: of the side that has more, some
 * are left out at random.
 *
 * @param learn rows to learn from
 * @param choose rows to choose by
 * @param test rows to test on
 */
record RowParts(Rows learn, Rows choose, Rows test) {

  /**
   * Rows of a part, as many of each side.
   *
   * @param real numbers of the real rows
   * @param generated numbers of the generated rows
   */
  @SuppressWarnings("ArrayRecordComponent") // held by one test, never compared
  record Rows(int[] real, int[] generated) {
    int perSide() {
      return real.length;
    }
  }

  private static final double[] SHARES = {0.4, 0.1, 0.5};

  /**
   * Deals rows.
   *
   * @param groups of equal rows: the first half of the rows are real, the others generated
   */
  static RowParts of(RowGroups groups, UniformRandomProvider random) {
    int[] ofRows = groups.ofRows();
    int[] sizes = new int[groups.count()];
    for (int group : ofRows) {
      sizes[group]++;
    }
    int[] order = new int[groups.count()];
    Arrays.setAll(order, i -> i);
    shuffle(order, order.length, random);
    int[] parts = new int[groups.count()];
    double[] missing = new double[SHARES.length];
    for (int group : order) {
      int part = 0;
      for (int i = 0; i < SHARES.length; i++) {
        missing[i] += SHARES[i] * sizes[group];
        part = missing[i] > missing[part] ? i : part;
      }
      missing[part] -= sizes[group];
      parts[group] = part;
    }
    return new RowParts(
        rows(ofRows, parts, 0, random),
        rows(ofRows, parts, 1, random),
        rows(ofRows, parts, 2, random));
  }

  private static Rows rows(int[] ofRows, int[] parts, int part, UniformRandomProvider random) {
    int perSide = ofRows.length / 2;
    int[] real = rows(ofRows, parts, part, 0, perSide);
    int[] generated = rows(ofRows, parts, part, perSide, ofRows.length);
    int size = Math.min(real.length, generated.length);
    return new Rows(some(real, size, random), some(generated, size, random));
  }

  private static int[] rows(int[] ofRows, int[] parts, int part, int from, int to) {
    int[] rows = new int[to - from];
    int count = 0;
    for (int row = from; row < to; row++) {
      if (parts[ofRows[row]] == part) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private static int[] some(int[] rows, int size, UniformRandomProvider random) {
    shuffle(rows, size, random);
    return Arrays.copyOf(rows, size);
  }

  /** Makes the first {@code size} a random choice in random order. */
  private static void shuffle(int[] values, int size, UniformRandomProvider random) {
    for (int i = 0; i < size; i++) {
      int j = i + random.nextInt(values.length - i);
      int value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }
}
