package io.lanewise.gan;

import java.util.EnumMap;
import java.util.Map;

/** A value for each measure; NaN where there is none, as of pairs where there is one column. */
public final class TrainingFigures {

  private final Map<TrainingMeasure, Double> values = new EnumMap<>(TrainingMeasure.class);

  /** No value yet. */
  TrainingFigures() {}

  void put(TrainingMeasure measure, double value) {
    values.put(measure, value);
  }

  /** The value of a measure, information in nats. */
  public double get(TrainingMeasure measure) {
    return values.getOrDefault(measure, Double.NaN);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrainingFigures that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
