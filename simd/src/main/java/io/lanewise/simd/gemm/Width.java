package io.lanewise.simd.gemm;

import io.lanewise.simd.Lanes;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of the tiles: as wide as the hardware's, at most 512 bits. */
final class Width {

  static final VectorSpecies<Float> SPECIES =
      VectorSpecies.of(float.class, Lanes.SPECIES.vectorShape());

  static final int LANES = SPECIES.length();

  /** Lanes of 512 bits, which come with 32 registers: tiles are twice as tall there. */
  static final int WIDEST = 16;

  /** Columns of the widest tile. */
  static final int TILE = 2 * LANES;

  private Width() {}
}
