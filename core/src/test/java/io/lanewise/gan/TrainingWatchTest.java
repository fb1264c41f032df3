package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** When alarms are raised. */
class TrainingWatchTest {

  private final TrainingWatch watch = new TrainingWatch();

  @Test
  void healthyLinesRaiseNone() {
    look(50, Set.of(), line(2000, 0.95, 3, 3, 0.6, 0.4));
  }

  @Test
  void aCollapseThatLastsIsTold() {
    look(4, Set.of(), line(2000, 0.4, 3, 3, 0.6, 0.4));
    look(3, Set.of(Alarm.COLLAPSED), line(2000, 0.4, 3, 3, 0.6, 0.4));
    look(4, Set.of(), line(2000, 0.9, 3, 3, 0.6, 0.4));
    look(4, Set.of(), line(2000, 0.9, 3, 1.4, 0.6, 0.4));
    look(1, Set.of(Alarm.COLLAPSED), line(2000, 0.9, 3, 1.4, 0.6, 0.4));
  }

  @Test
  void aDiscriminatorThatHasWonIsTold() {
    look(4, Set.of(), line(2000, 0.9, 3, 3, 0.99, 0.01));
    look(1, Set.of(Alarm.DISCRIMINATOR_WON), line(2000, 0.9, 3, 3, 0.99, 0.01));
    look(1, Set.of(), line(2000, 0.9, 3, 3, 0.99, 0.2));
    look(9, Set.of(), line(2000, 0.9, 3, 3, 0.97, 0.01));
  }

  @Test
  void theBeginningIsNotJudged() {
    look(20, Set.of(), line(999, 0.1, 3, 0.1, 1, 0));
    look(4, Set.of(), line(1000, 0.1, 3, 0.1, 1, 0));
    look(1, Set.of(Alarm.COLLAPSED, Alarm.DISCRIMINATOR_WON), line(1001, 0.1, 3, 0.1, 1, 0));
  }

  /** A table of one column has no pairs, and entropies of none. */
  @Test
  void whatIsNotMeasuredRaisesNone() {
    look(20, Set.of(), line(2000, 0.9, Double.NaN, Double.NaN, 0.6, 0.4));
  }

  private void look(int times, Set<Alarm> expected, TrainingFigures line) {
    for (int i = 0; i < times; i++) {
      assertEquals(expected, watch.look(line));
    }
  }

  private static TrainingFigures line(
      long steps,
      double covered,
      double entropyReal,
      double entropyGenerated,
      double accuracy,
      double meanGenerated) {
    TrainingFigures figures = new TrainingFigures();
    figures.put(TrainingMeasure.STEPS, (double) steps);
    figures.put(TrainingMeasure.COVERED, covered);
    figures.put(TrainingMeasure.ENTROPY_REAL, entropyReal);
    figures.put(TrainingMeasure.ENTROPY_GENERATED, entropyGenerated);
    figures.put(TrainingMeasure.ACCURACY, accuracy);
    figures.put(TrainingMeasure.MEAN_GENERATED, meanGenerated);
    return figures;
  }
}
