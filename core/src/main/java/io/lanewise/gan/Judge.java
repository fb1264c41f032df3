package io.lanewise.gan;

import io.lanewise.gan.layer.Mode;
import io.lanewise.gan.layer.Network;
import io.lanewise.gan.layer.Pass;
import io.lanewise.kernel.Kernels;
import java.util.Arrays;
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
    float[] in = pass.input().values();
    int width = pass.input().columns();
    float[] logits = new float[rows.length / width];
    for (int from = 0; from < logits.length; ) {
      int packs = Math.min(PACKS, logits.length - from);
      System.arraycopy(rows, from * width, in, 0, packs * width);
      Arrays.fill(in, packs * width, in.length, 0);
      pass.forward(Mode.INFERENCE, unused);
      System.arraycopy(pass.output().values(), 0, logits, from, packs);
      from += packs;
    }
    return logits;
  }

  /**
   * The logits of some rows, of a discriminator that sees one at a time.
   *
   * @param rows floats, row by row
   * @param which of them
   */
  float[] logits(float[] rows, int[] which) {
    float[] in = pass.input().values();
    int width = pass.input().columns();
    float[] logits = new float[which.length];
    for (int from = 0; from < logits.length; ) {
      int count = Math.min(PACKS, logits.length - from);
      for (int i = 0; i < count; i++) {
        System.arraycopy(rows, which[from + i] * width, in, i * width, width);
      }
      Arrays.fill(in, count * width, in.length, 0);
      pass.forward(Mode.INFERENCE, unused);
      System.arraycopy(pass.output().values(), 0, logits, from, count);
      from += count;
    }
    return logits;
  }
}
