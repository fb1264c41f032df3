package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Test;

/** What generators start from has mean 0 and variance 1. */
class PriorTest {

  private static float[] drawn(Prior prior) {
    float[] z = new float[100_000];
    UniformRandomProvider random = new RandomNumbers(7).next();
    prior.fill(z, random, ZigguratSampler.NormalizedGaussian.of(random));
    return z;
  }

  @Test
  void normalNumbersAreNormal() {
    Deciles.check(drawn(Prior.NORMAL), NormalDistribution.of(0, 1));
  }

  @Test
  void uniformNumbersFillTheRangeThatHasVarianceOne() {
    double bound = Math.sqrt(3);
    float[] z = drawn(Prior.UNIFORM);
    Deciles.check(z, UniformContinuousDistribution.of(-bound, bound));
    for (float number : z) {
      assertTrue(Math.abs(number) <= (float) bound, "drew " + number);
    }
  }
}
