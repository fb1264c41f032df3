package io.lanewise.gan.layer;

import io.lanewise.kernel.Matrix;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Dropout at work: y = mask x, dx = mask dy. */
final class DropoutPass extends LayerPass {

  private final float[] mask;
  private final float kept;

  /** Of 2^31 equally likely numbers, how many drop. */
  private final int dropped;

  DropoutPass(LayerSpec.Dropout spec, Matrix x, Matrix dx) {
    super(x, dx, x.columns());
    this.mask = new float[size()];
    this.kept = (float) (1 / (1 - spec.rate()));
    this.dropped = (int) (spec.rate() * 0x1p31);
  }

  @Override
  void forward(Mode mode, UniformRandomProvider random) {
    if (mode == Mode.INFERENCE || dropped == 0) {
      Arrays.fill(mask, 1);
    } else {
      draw(random);
    }
    multiply(x().values(), mask, y().values());
  }

  /** Two numbers of 31 bits from each word of 64. */
  private void draw(UniformRandomProvider random) {
    for (int i = 0; i < mask.length; i += 2) {
      long word = random.nextLong();
      mask[i] = (int) (word >>> 33) < dropped ? 0 : kept;
      if (i + 1 < mask.length) {
        mask[i + 1] = ((int) word & Integer.MAX_VALUE) < dropped ? 0 : kept;
      }
    }
  }

  @Override
  void backward(boolean parameters, boolean inputs) {
    if (inputs) {
      multiply(dy().values(), mask, dx().values());
    }
  }

  private static void multiply(float[] a, float[] b, float[] c) {
    for (int i = 0; i < b.length; i++) {
      c[i] = a[i] * b[i];
    }
  }
}
