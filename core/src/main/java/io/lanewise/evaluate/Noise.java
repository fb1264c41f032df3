package io.lanewise.evaluate;

/**
 * What chance alone does to a comparison. Information in nats.
 *
 * @param pValue chance of counts at least this far apart if both sides come from one distribution:
 *     Pearson's X<sup>2</sup> of the 2 x K table against its exact moments
 * @param pAdjusted the same after Benjamini and Hochberg, over all columns or over all pairs
 * @param jsNoiseFloor the JS divergence to be expected if both sides come from one distribution
 * @param jsOfPerfect the JS divergence to be expected of a perfect generator, which draws as many
 *     rows from the distribution of the real data
 */
public record Noise(double pValue, double pAdjusted, double jsNoiseFloor, double jsOfPerfect) {

  /** Share of columns or pairs named different that may be named so by chance. */
  public static final double LEVEL = 0.05;

  /** Whether the two sides may well come from one distribution: pAdjusted is 0.05 or more. */
  public boolean insideNoise() {
    return pAdjusted >= LEVEL;
  }
}
