package io.lanewise.gan.layer;

import io.lanewise.gan.codec.RowLayout;
import io.lanewise.gan.codec.StructuralZeros;
import io.lanewise.kernel.Activation;

/** What a layer is, apart from its parameters. */
public sealed interface LayerSpec {

  /** Number of outputs a row, of so many inputs. */
  int outputs(int inputs);

  /** Number of parameters, of so many inputs. */
  long parameters(int inputs);

  /**
   * {@code y = f(x W + b)}: x is rows x inputs, W inputs x outputs, b one number per output.
   *
   * @param units number of outputs
   * @param activation f
   */
  record Dense(int units, Activation activation) implements LayerSpec {

    /** Checks the size. */
    public Dense {
      if (units < 1) {
        throw new IllegalArgumentException("layer of " + units + " units, expected at least 1");
      }
    }

    @Override
    public int outputs(int inputs) {
      return units;
    }

    @Override
    public long parameters(int inputs) {
      return (inputs + 1L) * units;
    }
  }

  /**
   * Dropout: in training, each number is 0 with the given probability and divided by {@code 1 -
   * rate} otherwise; else nothing happens.
   *
   * @param rate 0 to below 1
   */
  record Dropout(double rate) implements LayerSpec {

    /** Checks the range. */
    public Dropout {
      if (!(rate >= 0 && rate < 1)) {
        throw new IllegalArgumentException("dropout of " + rate + ", expected 0 to below 1");
      }
    }

    @Override
    public int outputs(int inputs) {
      return inputs;
    }

    @Override
    public long parameters(int inputs) {
      return 0;
    }
  }

  /**
   * Turns sums into rows of a {@link RowLayout}: the last layer of a generator.
   *
   * <p>A position is {@code tanh}, and takes the level of its step. The choice is the largest sum,
   * the first of equal ones; its gradient is that of {@code softmax(x / temperature)}, straight
   * through the maximum (Y. Bengio et al., "Estimating or propagating gradients through stochastic
   * neurons", arXiv 1308.3432 (2013)); so is that of a step. Nothing is drawn here: all that varies
   * comes from what the generator starts with.
   *
   * <p>Columns choose one after the other, among the choices that go together with those of earlier
   * columns; among all, should none be left.
   *
   * @param layout of the rows
   * @param zeros what does not go together
   * @param temperature above 0
   * @param relaxed whether in training the softmax itself is put out, of all choices, and positions
   *     keep off the steps: then gradients are exact
   */
  record RowHead(RowLayout layout, StructuralZeros zeros, double temperature, boolean relaxed)
      implements LayerSpec {

    /** Checks the range. */
    public RowHead {
      if (!(temperature > 0 && temperature <= 1000)) {
        throw new IllegalArgumentException(
            "temperature is " + temperature + ", expected above 0 and at most 1000");
      }
    }

    @Override
    public int outputs(int inputs) {
      if (inputs != layout.width()) {
        throw new IllegalArgumentException(
            "%d inputs for rows of %d floats".formatted(inputs, layout.width()));
      }
      return inputs;
    }

    @Override
    public long parameters(int inputs) {
      return 0;
    }
  }

  /**
   * Adds soft bins of every position to the rows of a pack: what a discriminator sees a density by.
   *
   * <p>{@code y = (x, t(p))}: the inputs, and for each position p of each row {@code t_j = max(0, 1
   * - |p - c_j| / d)} with centres c from -1 to 1, d apart; a position outside of -1..1 counts as
   * the end that it passed. At most two are not 0, and their sum is 1.
   *
   * @param layout of a row
   * @param pack rows that are seen at once
   * @param bins centres of each position, 2 to {@value #MOST}
   */
  record SoftBins(RowLayout layout, int pack, int bins) implements LayerSpec {

    /** Most bins of a position. */
    public static final int MOST = 64;

    /** Checks the range. */
    public SoftBins {
      if (bins < 2 || bins > MOST) {
        throw new IllegalArgumentException(bins + " soft bins, expected 2 to " + MOST);
      }
    }

    @Override
    public int outputs(int inputs) {
      if (inputs != layout.width() * pack) {
        throw new IllegalArgumentException(
            "%d inputs for %d rows of %d floats".formatted(inputs, pack, layout.width()));
      }
      long positions = layout.blocks().stream().filter(RowLayout.Block::hasPosition).count();
      return inputs + Math.toIntExact(positions * pack * bins);
    }

    @Override
    public long parameters(int inputs) {
      return 0;
    }
  }
}
