package io.lanewise.gan;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * What each row of the real data is for: some to score generated rows against (a twentieth, but at
 * least 500 or a tenth, and at most 10,000); as many to ask the discriminator about, used for
 * nothing else; the others to learn from, or a sample of them.
 *
 * <p>Chosen at random, so rows may be in any order. Of fewer than {@value #LEAST} rows none can be
 * spared, and each is for everything.
 */
final class RowRoles {

  /** What a row is for. */
  enum Role {
    LEARN,
    SCORE,
    ASK,
    LEAVE,
    ALL
  }

  /** Fewest rows of which some are held back. */
  static final int LEAST = 50;

  private static final int LEAST_HELD = 500;
  private static final int MOST_HELD = 10_000;

  private final UniformRandomProvider random;
  private final boolean all;
  private final long learn;
  private final long ask;
  private long left;
  private long leftToLearn;
  private long leftToScore;
  private long leftToAsk;

  /**
   * @param rows of the table
   * @param mostLearnt most rows to learn from
   * @param seed decides which rows
   */
  RowRoles(long rows, long mostLearnt, long seed) {
    this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    this.all = rows < LEAST;
    this.ask = all ? rows : held(rows);
    this.learn = all ? rows : Math.min(mostLearnt, rows - 2 * ask);
    this.left = rows;
    this.leftToLearn = learn;
    this.leftToScore = ask;
    this.leftToAsk = ask;
  }

  private static long held(long rows) {
    return Math.clamp(rows / 20, Math.min(LEAST_HELD, rows / 10), MOST_HELD);
  }

  /** Whether every row is for everything, because there are few. */
  boolean all() {
    return all;
  }

  /** How many rows are to learn from. */
  long learn() {
    return learn;
  }

  /** How many rows are to ask about. */
  long ask() {
    return ask;
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
    if (draw < leftToLearn + leftToScore) {
      leftToScore--;
      return Role.SCORE;
    }
    if (draw < leftToLearn + leftToScore + leftToAsk) {
      leftToAsk--;
      return Role.ASK;
    }
    return Role.LEAVE;
  }
}
