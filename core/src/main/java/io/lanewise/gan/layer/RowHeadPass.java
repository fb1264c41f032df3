package io.lanewise.gan.layer;

import io.lanewise.gan.codec.RowLayout;
import io.lanewise.gan.codec.StructuralZeros;
import io.lanewise.kernel.Activation;
import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * Sums become rows of a layout.
 *
 * <p>Lists of a pass are walked by index: their iterators were sometimes left on the heap, 32 bytes
 * a walk.
 */
final class RowHeadPass extends LayerPass {

  private final LayerSpec.RowHead spec;
  private final Kernels kernels;
  private final Matrix scaled;
  private final Matrix shares;
  private final Matrix shareGradients;
  private final List<BlockPass> blocks = new ArrayList<>();

  RowHeadPass(LayerSpec.RowHead spec, Matrix x, Matrix dx, Kernels kernels) {
    super(x, dx, x.columns());
    this.spec = spec;
    this.kernels = kernels;
    this.scaled = Matrix.zeros(rows(), x.columns());
    this.shares = Matrix.zeros(rows(), x.columns());
    this.shareGradients = Matrix.zeros(rows(), x.columns());
    for (RowLayout.Block block : spec.layout().blocks()) {
      blocks.add(new BlockPass(block));
    }
    for (StructuralZeros.Zero zero : spec.zeros().zeros()) {
      blocks.get(zero.later()).keepApart(blocks.get(zero.block()), zero);
    }
  }

  @Override
  void forward(Mode mode, UniformRandomProvider random) {
    float inverse = (float) (1 / spec.temperature());
    float[] in = x().values();
    for (int i = 0; i < in.length; i++) {
      scaled.values()[i] = in[i] * inverse;
    }
    boolean relaxed = spec.relaxed() && mode == Mode.TRAINING;
    for (int i = 0; i < blocks.size(); i++) {
      blocks.get(i).forward(relaxed);
    }
  }

  @Override
  void backward(boolean parameters, boolean inputs) {
    for (int i = 0; i < blocks.size(); i++) {
      blocks.get(i).backward();
    }
  }

  /** The floats of one column. */
  private final class BlockPass {
    private final RowLayout.Block block;
    private final int width = x().columns();
    private final int flags;
    private final boolean hasPosition;
    private final float[] positioned;
    private final List<Steps> steps = new ArrayList<>();
    private final Matrix scaledFlags;
    private final Matrix shareFlags;
    private final Matrix shareSlopes;
    private final Matrix sumSlopes;
    private final float[] positions;
    private final float[] slopes;

    /** What each row has chosen last. */
    private final int[] chosen;

    private final List<Apart> aparts = new ArrayList<>();
    private final boolean[] excluded;

    BlockPass(RowLayout.Block block) {
      this.block = block;
      this.flags = block.flags();
      this.hasPosition = block.hasPosition();
      int end = block.from() + flags;
      List<RowLayout.Choice> choices = block.choices();
      this.positioned = new float[choices.size()];
      for (int k = 0; k < positioned.length; k++) {
        positioned[k] = choices.get(k).hasPosition() ? 1 : 0;
        steps.add(Steps.of(choices.get(k)));
      }
      this.scaledFlags = scaled.columns(block.from(), end);
      this.shareFlags = shares.columns(block.from(), end);
      this.shareSlopes = shareGradients.columns(block.from(), end);
      this.sumSlopes = dx().columns(block.from(), end);
      this.positions = new float[rows()];
      this.slopes = new float[rows()];
      this.chosen = new int[rows()];
      this.excluded = new boolean[flags];
    }

    void keepApart(BlockPass earlier, StructuralZeros.Zero zero) {
      if (aparts.isEmpty() || aparts.getLast().earlier != earlier) {
        aparts.add(new Apart(earlier, new boolean[earlier.flags][]));
      }
      aparts.getLast().exclude(zero.choice(), zero.laterChoice(), flags);
    }

    void forward(boolean relaxed) {
      if (flags > 0) {
        if (!relaxed && !aparts.isEmpty()) {
          exclude();
        }
        kernels.activations().softmax(scaledFlags, shareFlags);
        for (int i = 0, at = block.from(); i < rows(); i++, at += width) {
          if (relaxed) {
            System.arraycopy(shares.values(), at, y().values(), at, flags);
          } else {
            choose(i, at);
          }
        }
      }
      if (hasPosition) {
        place(relaxed);
      }
    }

    /** Leaves no share to the choices that do not go with those of earlier columns. */
    private void exclude() {
      for (int i = 0, at = block.from(); i < rows(); i++, at += width) {
        Arrays.fill(excluded, false);
        for (int k = 0; k < aparts.size(); k++) {
          aparts.get(k).mark(i, excluded);
        }
        boolean isAnyLeft = false;
        for (boolean gone : excluded) {
          isAnyLeft |= !gone;
        }
        for (int k = 0; k < flags && isAnyLeft; k++) {
          if (excluded[k]) {
            scaled.values()[at + k] = Float.NEGATIVE_INFINITY;
          }
        }
      }
    }

    private void choose(int row, int at) {
      chosen[row] = choice(scaled.values(), at);
      for (int k = 0; k < flags; k++) {
        y().values()[at + k] = k == chosen[row] ? 1 : 0;
      }
    }

    /** The position, times the share of choices that have one. */
    private void place(boolean relaxed) {
      float[] in = x().values();
      float[] out = y().values();
      for (int i = 0, at = block.from() + flags; i < rows(); i++, at += width) {
        positions[i] = in[at];
      }
      kernels.activations().forward(Activation.TANH, positions, 0, positions, 0, rows());
      for (int i = 0, at = block.from(); i < rows(); i++, at += width) {
        float position = relaxed ? positions[i] : steps.get(choice(out, at)).of(positions[i]);
        out[at + flags] = position * gate(out, at);
      }
    }

    private int choice(float[] values, int at) {
      int best = 0;
      for (int k = 1; k < flags; k++) {
        best = values[at + k] > values[at + best] ? k : best;
      }
      return best;
    }

    private float gate(float[] values, int at) {
      if (flags == 0) {
        return 1;
      }
      float gate = 0;
      for (int k = 0; k < flags; k++) {
        gate += values[at + k] * positioned[k];
      }
      return gate;
    }

    void backward() {
      if (hasPosition) {
        displace();
      }
      if (flags > 0) {
        spread();
        kernels.activations().softmaxBackward(shareFlags, shareSlopes, sumSlopes);
        scale();
      }
    }

    private void displace() {
      float[] d = dy().values();
      float[] out = y().values();
      float[] to = dx().values();
      for (int i = 0, at = block.from(); i < rows(); i++, at += width) {
        slopes[i] = d[at + flags] * gate(out, at);
      }
      kernels.activations().backward(Activation.TANH, positions, 0, slopes, 0, slopes, 0, rows());
      for (int i = 0, at = block.from() + flags; i < rows(); i++, at += width) {
        to[at] = slopes[i];
      }
    }

    /** Derivatives by the shares: their own, and through the gate that of the position. */
    private void spread() {
      float[] d = dy().values();
      float[] to = shareGradients.values();
      for (int i = 0, at = block.from(); i < rows(); i++, at += width) {
        float byGate = hasPosition ? d[at + flags] * positions[i] : 0;
        for (int k = 0; k < flags; k++) {
          to[at + k] = d[at + k] + byGate * positioned[k];
        }
      }
    }

    private void scale() {
      float inverse = (float) (1 / spec.temperature());
      float[] to = dx().values();
      for (int i = 0, at = block.from(); i < rows(); i++, at += width) {
        for (int k = 0; k < flags; k++) {
          to[at + k] *= inverse;
        }
      }
    }
  }

  /**
   * What the choices of an earlier column keep a later one from.
   *
   * @param earlier the column
   * @param excluded for each of its choices those of the later one; null for none
   */
  @SuppressWarnings("ArrayRecordComponent") // held by one pass, never compared
  private record Apart(BlockPass earlier, boolean[] @Nullable [] excluded) {

    void exclude(int choice, int laterChoice, int laterFlags) {
      boolean[] later = excluded[choice];
      if (later == null) {
        later = new boolean[laterFlags];
        excluded[choice] = later;
      }
      later[laterChoice] = true;
    }

    void mark(int row, boolean[] marks) {
      boolean[] later = excluded[earlier.chosen[row]];
      if (later != null) {
        for (int k = 0; k < marks.length; k++) {
          marks[k] |= later[k];
        }
      }
    }
  }
}
