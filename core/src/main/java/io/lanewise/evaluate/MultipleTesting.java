package io.lanewise.evaluate;

import io.lanewise.measure.SampleNoise;
import io.lanewise.measure.SampleNoises;
import io.lanewise.measure.Significance;
import java.util.ArrayList;
import java.util.List;

/** Tests many comparisons at once, each against chance. */
final class MultipleTesting {

  private MultipleTesting() {}

  /**
   * The noise of each comparison.
   *
   * @param tables the counts that are compared, both sides with rows
   */
  static List<Noise> of(List<CountPair> tables) {
    SampleNoises samples = new SampleNoises();
    return adjusted(
        tables.stream().map(table -> samples.of(table.real(), table.generated())).toList());
  }

  /** The same noises, with p-values adjusted for how many they are. */
  static List<Noise> adjusted(List<SampleNoise> samples) {
    double[] adjusted =
        Significance.benjaminiHochberg(samples.stream().mapToDouble(SampleNoise::pValue).toArray());
    List<Noise> noises = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      SampleNoise sample = samples.get(i);
      noises.add(
          new Noise(sample.pValue(), adjusted[i], sample.jsNoiseFloor(), sample.jsOfPerfect()));
    }
    return noises;
  }

  /**
   * The counts of both sides over the same symbols.
   *
   * @param real counts of the real data
   * @param generated counts of the generated data
   */
  record CountPair(long[] real, long[] generated) {}
}
