package io.lanewise.gan;

import java.util.Optional;

/**
 * How long a training goes on, and how often it is looked at.
 *
 * @param epochs most epochs, at least 1
 * @param every epochs between two lines, at least 1
 * @param patience lines without a better one after which training stops, at least 1
 * @param stopWhen a rule at which it stops
 * @param seed of all random numbers
 * @param threads most threads; results do not depend on them
 */
public record TrainingPlan(
    int epochs, int every, int patience, Optional<StopRule> stopWhen, long seed, int threads) {

  /** Checks the ranges. */
  public TrainingPlan {
    check("epochs", epochs);
    check("epochs between two lines", every);
    check("patience", patience);
    check("threads", threads);
  }

  private static void check(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + ": got " + value + ", expected at least 1");
    }
  }
}
