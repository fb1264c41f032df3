package io.lanewise.gan.layer;

import io.lanewise.gan.codec.RowLayout;
import io.lanewise.kernel.Activation;
import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Sums become rows of a layout. */
final class RowHeadPass extends LayerPass {

  /** The least u of -ln(-ln u), and 1 minus the greatest: 2^-24. */
  private static final float LEAST = 0x1p-24f;

  private final LayerSpec.RowHead spec;
  private final Kernels kernels;
  private final float[] noisy;
  private final float[] noise;
  private final Matrix shares;
  private final Matrix shareGradients;
  private final List<BlockPass> blocks = new ArrayList<>();

  RowHeadPass(LayerSpec.RowHead spec, Matrix x, Matrix dx, Kernels kernels) {
    super(x, dx, x.columns());
    this.spec = spec;
    this.kernels = kernels;
    this.noisy = new float[size()];
    this.noise = new float[size()];
    this.shares = Matrix.zeros(rows(), x.columns());
    this.shareGradients = Matrix.zeros(rows(), x.columns());
    for (RowLayout.Block block : spec.layout().blocks()) {
      blocks.add(new BlockPass(block));
    }
  }

  @Override
  void forward(Mode mode, UniformRandomProvider random) {
    perturb(random);
    boolean relaxed = spec.relaxed() && mode == Mode.TRAINING;
    for (BlockPass block : blocks) {
      block.forward(relaxed);
    }
  }

  /** noisy = (x + Gumbel) / temperature. */
  private void perturb(UniformRandomProvider random) {
    int count = size();
    for (int i = 0; i < count; i += 2) {
      long word = random.nextLong();
      noise[i] = uniform((int) (word >>> 41));
      if (i + 1 < count) {
        noise[i + 1] = uniform((int) word & 0x7FFFFF);
      }
    }
    kernels.arrayMath().log(noise, 0, noise, 0, count);
    for (int i = 0; i < count; i++) {
      noise[i] = -noise[i];
    }
    kernels.arrayMath().log(noise, 0, noise, 0, count);
    float inverse = (float) (1 / spec.temperature());
    float[] in = x().values();
    for (int i = 0; i < count; i++) {
      noisy[i] = (in[i] - noise[i]) * inverse;
    }
  }

  /** One of 2^23 numbers between 0 and 1, none of which is either. */
  private static float uniform(int bits) {
    return bits * 0x1p-23f + LEAST;
  }

  @Override
  void backward(boolean parameters, boolean inputs) {
    for (BlockPass block : blocks) {
      block.backward();
    }
  }

  /** The floats of one column. */
  private final class BlockPass {
    private final RowLayout.Block block;
    private final float[] positioned;
    private final Matrix noisyChoices;
    private final Matrix shareChoices;
    private final Matrix shareSlopes;
    private final Matrix sumSlopes;
    private final float[] positions;
    private final float[] slopes;

    BlockPass(RowLayout.Block block) {
      this.block = block;
      int end = block.from() + block.choices();
      this.positioned = new float[block.choices()];
      for (int k = 0; k < positioned.length; k++) {
        positioned[k] = block.positioned().get(k) ? 1 : 0;
      }
      int width = x().columns();
      this.noisyChoices = Matrix.of(noisy, rows(), width).columns(block.from(), end);
      this.shareChoices = shares.columns(block.from(), end);
      this.shareSlopes = shareGradients.columns(block.from(), end);
      this.sumSlopes = dx().columns(block.from(), end);
      this.positions = new float[rows()];
      this.slopes = new float[rows()];
    }

    void forward(boolean relaxed) {
      if (block.choices() > 0) {
        kernels.activations().softmax(noisyChoices, shareChoices);
        choose(relaxed);
      }
      if (block.hasPosition()) {
        place();
      }
    }

    private void choose(boolean relaxed) {
      int width = x().columns();
      float[] share = shares.values();
      float[] out = y().values();
      int choices = block.choices();
      for (int i = 0, at = block.from(); i < rows(); i++, at += width) {
        if (relaxed) {
          System.arraycopy(share, at, out, at, choices);
          continue;
        }
        int best = 0;
        for (int k = 1; k < choices; k++) {
          best = noisy[at + k] > noisy[at + best] ? k : best;
        }
        for (int k = 0; k < choices; k++) {
          out[at + k] = k == best ? 1 : 0;
        }
      }
    }

    /** The position, times the share of choices that have one. */
    private void place() {
      int width = x().columns();
      int last = block.from() + block.choices();
      float[] in = x().values();
      float[] out = y().values();
      for (int i = 0, at = last; i < rows(); i++, at += width) {
        positions[i] = in[at];
      }
      kernels.activations().forward(Activation.TANH, positions, 0, positions, 0, rows());
      for (int i = 0, at = last; i < rows(); i++, at += width) {
        out[at] = positions[i] * gate(out, at - block.choices());
      }
    }

    private float gate(float[] choices, int at) {
      if (positioned.length == 0) {
        return 1;
      }
      float gate = 0;
      for (int k = 0; k < positioned.length; k++) {
        gate += choices[at + k] * positioned[k];
      }
      return gate;
    }

    void backward() {
      if (block.hasPosition()) {
        displace();
      }
      if (block.choices() > 0) {
        spread();
        kernels.activations().softmaxBackward(shareChoices, shareSlopes, sumSlopes);
        scale();
      }
    }

    private void displace() {
      int width = x().columns();
      int last = block.from() + block.choices();
      float[] d = dy().values();
      float[] out = y().values();
      float[] to = dx().values();
      for (int i = 0, at = last; i < rows(); i++, at += width) {
        slopes[i] = d[at] * gate(out, at - block.choices());
      }
      kernels.activations().backward(Activation.TANH, positions, 0, slopes, 0, slopes, 0, rows());
      for (int i = 0, at = last; i < rows(); i++, at += width) {
        to[at] = slopes[i];
      }
    }

    /** Derivatives by the shares: their own, and through the gate that of the position. */
    private void spread() {
      int width = x().columns();
      int choices = block.choices();
      float[] d = dy().values();
      float[] to = shareGradients.values();
      for (int i = 0, at = block.from(); i < rows(); i++, at += width) {
        float byGate = block.hasPosition() ? d[at + choices] * positions[i] : 0;
        for (int k = 0; k < choices; k++) {
          to[at + k] = d[at + k] + byGate * positioned[k];
        }
      }
    }

    private void scale() {
      int width = x().columns();
      float inverse = (float) (1 / spec.temperature());
      float[] to = dx().values();
      for (int i = 0, at = block.from(); i < rows(); i++, at += width) {
        for (int k = 0; k < block.choices(); k++) {
          to[at + k] *= inverse;
        }
      }
    }
  }
}
