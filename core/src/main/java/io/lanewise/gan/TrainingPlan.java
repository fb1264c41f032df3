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

  /** Steps after which trainings usually end. */
  public static final int USUAL_STEPS = 24_000;

  /** Epochs that a training usually has at least. */
  public static final int LEAST_EPOCHS = 10;

  /** Lines that a training usually has at most. */
  public static final int MOST_LINES = 100;

  /** Steps that usually lie between two lines at least. */
  public static final int LEAST_STEPS = 100;

  /** Lines without a better one after which trainings usually end. */
  public static final int USUAL_PATIENCE = 30;

  /** Checks the ranges. */
  public TrainingPlan {
    check("epochs", epochs);
    check("epochs between two lines", every);
    check("patience", patience);
    check("threads", threads);
  }

  /**
   * Epochs that make about {@value #USUAL_STEPS} steps, at least {@value #LEAST_EPOCHS}.
   *
   * @param rows of the table
   * @param batch how many of them a step looks at
   */
  public static int usualEpochs(long rows, int batch) {
    return (int) Math.max(LEAST_EPOCHS, Math.ceilDiv(USUAL_STEPS, stepsPerEpoch(rows, batch)));
  }

  /**
   * Epochs between two lines, for at most {@value #MOST_LINES} lines that are at least {@value
   * #LEAST_STEPS} steps apart.
   *
   * @param epochs of the training
   */
  public static int usualEvery(int epochs, long rows, int batch) {
    return (int)
        Math.max(
            Math.ceilDiv(epochs, MOST_LINES),
            Math.ceilDiv(LEAST_STEPS, stepsPerEpoch(rows, batch)));
  }

  private static long stepsPerEpoch(long rows, int batch) {
    long learnt = new RowRoles(rows, rows, 0).learn();
    return Math.max(1, learnt / batch);
  }

  private static void check(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + ": got " + value + ", expected at least 1");
    }
  }
}
