package io.lanewise.simd;

import io.lanewise.kernel.LogSums;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The width of the hardware, as far as the 16 logical lanes can use it. */
public final class Lanes {

  /** Doubles at a time. */
  public static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() <= LogSums.LANES / 2
          ? DoubleVector.SPECIES_PREFERRED
          : DoubleVector.SPECIES_512;

  private Lanes() {}
}
