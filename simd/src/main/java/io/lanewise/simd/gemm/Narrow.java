package io.lanewise.simd.gemm;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors for panels of at most 8 columns. Half of a 512-bit vector would be idle there, and no
 * faster: Zen 4 starts two fused multiply-adds of 256 bits where it starts one of 512.
 */
final class Narrow {

  static final VectorSpecies<Float> SPECIES =
      Width.LANES == Width.WIDEST ? FloatVector.SPECIES_256 : Width.SPECIES;

  static final int LANES = SPECIES.length();

  private Narrow() {}
}
