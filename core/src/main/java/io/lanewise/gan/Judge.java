package io.lanewise.gan;

import io.lanewise.gan.layer.Mode;
import io.lanewise.gan.layer.Network;
import io.lanewise.gan.layer.Pass;
import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Asks a discriminator about rows, without dropout. */
final class Judge {

  /** Packs that are looked at at once. */
  static final int PACKS = 256;

  private final Pass pass;
  private final UniformRandomProvider unused = RandomSource.XO_SHI_RO_256_PP.create(0L);

  Judge(Network discriminator, Kernels kernels) {
    this.pass = discriminator.pass(PACKS, kernels);
  }

  /**
   * The logits of rows, pack by pack; rows beyond the last whole pack are left out.
   *
   * @param rows floats, row by row
   */
  float[] logits(float[] rows) {
    return logits(rows, rows.length / pass.input().columns(), pack -> pack);
  }

  /**
   * The logits of some rows, of a discriminator that sees one at a time.
   *
   * @param rows floats, row by row
   * @param which of them
   */
  float[] logits(float[] rows, int[] which) {
    return logits(rows, which.length, i -> which[i]);
  }

  private float[] logits(float[] rows, int count, IntUnaryOperator packs) {
    float[] in = pass.input().values();
    int width = pass.input().columns();
    float[] logits = new float[count];
    for (int from = 0; from < count; from += PACKS) {
      int size = Math.min(PACKS, count - from);
      for (int i = 0; i < size; i++) {
        System.arraycopy(rows, packs.applyAsInt(from + i) * width, in, i * width, width);
      }
      Arrays.fill(in, size * width, in.length, 0);
      pass.forward(Mode.INFERENCE, unused);
      System.arraycopy(pass.output().values(), 0, logits, from, size);
    }
    return logits;
  }
}
