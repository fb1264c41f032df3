package io.lanewise.gan.layer;

import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A network at work on a fixed number of rows. Nothing is allocated after it is made. One thread at
 * a time; several passes of one network may run at once while its parameters stay.
 */
public final class Pass {

  private final Matrix input;
  private final Matrix inputGradient;
  private final float[] gradients;
  private final List<LayerPass> layers = new ArrayList<>();

  Pass(Network network, int rows, Kernels kernels) {
    this.input = Matrix.zeros(rows, network.inputs());
    this.inputGradient = Matrix.zeros(rows, network.inputs());
    this.gradients = new float[network.parameters().length];
    Matrix x = input;
    Matrix dx = inputGradient;
    int from = 0;
    for (LayerSpec spec : network.layers()) {
      LayerPass layer =
          switch (spec) {
            case LayerSpec.Dense dense ->
                new DensePass(dense, x, dx, network.parameters(), gradients, from, kernels);
            case LayerSpec.Dropout dropout -> new DropoutPass(dropout, x, dx);
            case LayerSpec.SoftBins bins -> new SoftBinsPass(bins, x, dx);
            case LayerSpec.RowHead head -> new RowHeadPass(head, x, dx, kernels);
          };
      layers.add(layer);
      from += (int) spec.parameters(x.columns());
      x = layer.y();
      dx = layer.dy();
    }
  }

  /** Number of rows. */
  public int rows() {
    return input.rows();
  }

  /** Where the inputs are put, rows x inputs. */
  public Matrix input() {
    return input;
  }

  /** What the last {@link #forward} computed, rows x outputs. */
  public Matrix output() {
    return layers.getLast().y();
  }

  /** Where the derivatives by the outputs are put; {@link #backward} uses them up. */
  public Matrix outputGradient() {
    return layers.getLast().dy();
  }

  /** The derivatives by the inputs, where they were asked for. */
  public Matrix inputGradient() {
    return inputGradient;
  }

  /** The derivatives by the parameters, in their order, where they were asked for. */
  public float[] gradients() {
    return gradients;
  }

  /**
   * Computes the outputs.
   *
   * @param mode what for
   * @param random draws what is to be drawn
   */
  public void forward(Mode mode, UniformRandomProvider random) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).forward(mode, random);
    }
  }

  /**
   * Computes the derivatives by parameters and inputs, or by either.
   *
   * @param parameters whether those by the parameters are wanted
   * @param inputs whether those by the inputs are wanted
   */
  public void backward(boolean parameters, boolean inputs) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).backward(parameters, inputs || i > 0);
    }
  }
}
