package io.lanewise.simd.gemm;

import io.lanewise.simd.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of the tiles. */
final class Width {

  /** As wide as the hardware's, at most 512 bits. */
  static final VectorSpecies<Float> FULL =
      VectorSpecies.of(float.class, Lanes.SPECIES.vectorShape());

  static final VectorSpecies<Float> WIDE_SPECIES = FloatVector.SPECIES_512;
  static final int WIDE_LANES = WIDE_SPECIES.length();

  /**
   * At most 256 bits: for hardware that has no more, and for panels of at most 16 columns. There
   * two such vectors did 113 GFLOP/s on Zen 4 where one of 512 bits did 84, as each of its sums
   * costs a broadcast of the left factor, of which it can start one in a cycle.
   */
  static final VectorSpecies<Float> SPECIES = FULL == WIDE_SPECIES ? FloatVector.SPECIES_256 : FULL;

  static final int LANES = SPECIES.length();

  /** Columns of a tile of two such vectors. */
  static final int TILE = 2 * LANES;

  /** Columns of the widest tile. */
  static final int WIDEST = FULL == WIDE_SPECIES ? 2 * WIDE_LANES : TILE;

  private Width() {}
}
