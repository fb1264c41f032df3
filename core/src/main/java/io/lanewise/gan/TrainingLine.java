package io.lanewise.gan;

import java.util.Set;

/**
 * What was measured after some epochs.
 *
 * @param figures what was measured
 * @param alarms what went wrong
 * @param best whether this is the best score so far, whose generator is kept
 */
public record TrainingLine(TrainingFigures figures, Set<Alarm> alarms, boolean best) {

  /** Copies the alarms. */
  public TrainingLine {
    alarms = Set.copyOf(alarms);
  }

  /** The value of a measure, information in nats. */
  public double value(TrainingMeasure measure) {
    return figures.get(measure);
  }

  /** Epochs so far. */
  public int epoch() {
    return (int) value(TrainingMeasure.EPOCH);
  }
}
