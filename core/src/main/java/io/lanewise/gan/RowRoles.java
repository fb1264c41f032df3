package io.lanewise.gan;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * What each row of the real data is for: some are held back, to score generated rows against and to
 * ask the discriminator about (a tenth, but at least 1,000 or a fifth, and at most 10,000); the
 * others are to learn from, or a sample of them.
 *
 * <p>Chosen at random, so rows may be in any order. Of fewer than {@value #LEAST} rows none can be
 * spared, and each is for everything.
 */
final class RowRoles {

  /** What a row is for. */
  enum Role {
    LEARN,
    HOLD,
    LEAVE,
    ALL
  }

  /** Fewest rows of which some are held back. */
  static final int LEAST = 50;

  private static final int LEAST_HELD = 1_000;
  private static final int MOST_HELD = 10_000;

  private final UniformRandomProvider random;
  private final boolean all;
  private final long learn;
  private final long held;
  private long left;
  private long leftToLearn;
  private long leftToHold;

  /**
   * @param rows of the table
   * @param mostLearnt most rows to learn from
   * @param seed decides which rows
   */
  RowRoles(long rows, long mostLearnt, long seed) {
    this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    this.all = rows < LEAST;
    this.held = all ? rows : held(rows);
    this.learn = all ? rows : Math.min(mostLearnt, rows - held);
    this.left = rows;
    this.leftToLearn = learn;
    this.leftToHold = held;
  }

  private static long held(long rows) {
    return Math.clamp(rows / 10, Math.min(LEAST_HELD, rows / 5), MOST_HELD);
  }

  /** Whether every row is for everything, because there are few. */
  boolean all() {
    return all;
  }

  /** How many rows are to learn from. */
  long learn() {
    return learn;
  }

  /** How many rows are held back. */
  long held() {
    return held;
  }

  /** What the next row is for. To be asked once a row. */
  Role next() {
    if (all) {
      return Role.ALL;
    }
    long draw = random.nextLong(left--);
    if (draw < leftToLearn) {
      leftToLearn--;
      return Role.LEARN;
    }
    if (draw < leftToLearn + leftToHold) {
      leftToHold--;
      return Role.HOLD;
    }
    return Role.LEAVE;
  }
}
