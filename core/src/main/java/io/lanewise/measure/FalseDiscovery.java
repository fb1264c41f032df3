package io.lanewise.measure;

import java.util.Arrays;
import java.util.Comparator;

/** P-values adjusted for how many there are. */
final class FalseDiscovery {

  private FalseDiscovery() {}

  /** The smallest level at which the procedure of Benjamini and Hochberg rejects each of them. */
  static double[] benjaminiHochberg(double[] pValues) {
    Integer[] descending = new Integer[pValues.length];
    for (int i = 0; i < pValues.length; i++) {
      requireProbability(pValues, i);
      descending[i] = i;
    }
    Arrays.sort(descending, Comparator.comparingDouble(i -> -pValues[i]));
    double[] adjusted = new double[pValues.length];
    double least = 1;
    for (int rank = pValues.length; rank > 0; rank--) {
      int i = descending[pValues.length - rank];
      least = Math.min(least, pValues[i] * pValues.length / rank);
      adjusted[i] = least;
    }
    return adjusted;
  }

  private static void requireProbability(double[] pValues, int i) {
    if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
      throw new IllegalArgumentException(
          "pValues[" + i + "] = " + pValues[i] + ": it must be between 0 and 1");
    }
  }
}
