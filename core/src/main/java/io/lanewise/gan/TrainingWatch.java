package io.lanewise.gan;

import java.util.EnumSet;
import java.util.Set;

/**
 * Raises alarms.
 *
 * <p>Not before the networks have found each other ({@value #WARM_UP} steps), and only of what
 * lasts ({@value #LASTING} lines): every training looks collapsed at first, and single lines are
 * noisy.
 */
final class TrainingWatch {

  static final int WARM_UP = 1000;
  static final int LASTING = 5;

  /** D is right of that many rows, and its mean of generated ones is below the rest. */
  private static final double WON = 0.98;

  private static final double HALF = 0.5;

  private int collapsed;
  private int won;

  /** What is wrong, given the measures of a line and of all before it. */
  Set<Alarm> look(TrainingFigures line) {
    Set<Alarm> alarms = EnumSet.noneOf(Alarm.class);
    if (line.get(TrainingMeasure.STEPS) < WARM_UP) {
      return alarms;
    }
    collapsed = isCollapsed(line) ? collapsed + 1 : 0;
    won = isWon(line) ? won + 1 : 0;
    if (collapsed >= LASTING) {
      alarms.add(Alarm.COLLAPSED);
    }
    if (won >= LASTING) {
      alarms.add(Alarm.DISCRIMINATOR_WON);
    }
    return alarms;
  }

  private static boolean isCollapsed(TrainingFigures line) {
    double covered = line.get(TrainingMeasure.COVERED);
    double entropy = line.get(TrainingMeasure.ENTROPY_GENERATED);
    return covered < HALF || entropy < HALF * line.get(TrainingMeasure.ENTROPY_REAL);
  }

  private static boolean isWon(TrainingFigures line) {
    return line.get(TrainingMeasure.ACCURACY) >= WON
        && line.get(TrainingMeasure.MEAN_GENERATED) <= 1 - WON;
  }
}
