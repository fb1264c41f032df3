package io.lanewise.gan;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** What a generator starts from: independent numbers of mean 0 and variance 1. */
public enum Prior {

  /** The normal distribution. */
  NORMAL {
    @Override
    void fill(float[] z, UniformRandomProvider random, ZigguratSampler.NormalizedGaussian normal) {
      for (int i = 0; i < z.length; i++) {
        z[i] = (float) normal.sample();
      }
    }
  },

  /** The uniform distribution between minus and plus the root of 3. */
  UNIFORM {
    @Override
    void fill(float[] z, UniformRandomProvider random, ZigguratSampler.NormalizedGaussian normal) {
      float bound = (float) Math.sqrt(3);
      for (int i = 0; i < z.length; i++) {
        z[i] = (2 * random.nextFloat() - 1) * bound;
      }
    }
  };

  /** Draws as many as the array has room for; the sampler draws from the same source. */
  abstract void fill(
      float[] z, UniformRandomProvider random, ZigguratSampler.NormalizedGaussian normal);
}
