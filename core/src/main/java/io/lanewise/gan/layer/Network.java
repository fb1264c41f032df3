package io.lanewise.gan.layer;

import io.lanewise.kernel.Kernels;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Layers one after the other, and their parameters in one array.
 *
 * <p>The arrays are the network's own and change as it learns: what works on them at once must not
 * be a step of learning.
 */
public final class Network {

  private final int inputs;
  private final List<LayerSpec> layers;
  private final float[] parameters;

  private Network(int inputs, List<LayerSpec> layers, float[] parameters) {
    this.inputs = inputs;
    this.layers = List.copyOf(layers);
    this.parameters = parameters;
  }

  /**
   * A network that has learnt nothing.
   *
   * <p>Weights before a (leaky) ReLU are normal with variance {@code 2 / inputs} (K. He et al.,
   * ICCV (2015)), others uniform in {@code +-sqrt(6 / (inputs + outputs))} (X. Glorot, Y. Bengio,
   * AISTATS (2010)); biases are 0.
   *
   * @param inputs numbers a row
   * @param layers at least one
   * @param random draws the weights
   * @throws IllegalArgumentException if the layers do not fit each other, or their parameters not
   *     into an array
   */
  public static Network initial(int inputs, List<LayerSpec> layers, UniformRandomProvider random) {
    Network network = zero(inputs, layers);
    network.initialize(random);
    return network;
  }

  /** A network of zeros, whose arrays are to be filled. */
  public static Network zero(int inputs, List<LayerSpec> layers) {
    if (inputs < 1 || layers.isEmpty()) {
      throw new IllegalArgumentException(
          "network of %d inputs and %d layers, expected at least 1 of each"
              .formatted(inputs, layers.size()));
    }
    long parameters = parameterCount(inputs, layers);
    if (parameters > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "network of %d parameters, expected at most %d"
              .formatted(parameters, Integer.MAX_VALUE - 8));
    }
    return new Network(inputs, layers, new float[(int) parameters]);
  }

  /** How many parameters a network has, which may be more than an array holds. */
  public static long parameterCount(int inputs, List<LayerSpec> layers) {
    long parameters = 0;
    int width = inputs;
    for (LayerSpec layer : layers) {
      parameters += layer.parameters(width);
      width = layer.outputs(width);
    }
    return parameters;
  }

  private void initialize(UniformRandomProvider random) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    int width = inputs;
    int from = 0;
    for (LayerSpec layer : layers) {
      switch (layer) {
        case LayerSpec.Dense dense -> {
          boolean rectified = isRectified(dense);
          double sd = Math.sqrt(2.0 / width);
          double bound = Math.sqrt(6.0 / (width + dense.units()));
          for (int k = from; k < from + width * dense.units(); k++) {
            parameters[k] =
                (float) (rectified ? sd * normal.sample() : bound * (2 * random.nextDouble() - 1));
          }
        }
        case LayerSpec.Dropout _, LayerSpec.RowHead _, LayerSpec.SoftBins _ -> {}
      }
      from += (int) layer.parameters(width);
      width = layer.outputs(width);
    }
  }

  private static boolean isRectified(LayerSpec.Dense dense) {
    return switch (dense.activation().kind()) {
      case RELU, LEAKY_RELU -> true;
      case IDENTITY, SIGMOID, TANH, SOFTPLUS -> false;
    };
  }

  /**
   * Prepares to run the network on a fixed number of rows; everything that this needs is allocated
   * here.
   *
   * @param rows at least 1
   * @param kernels who computes
   */
  public Pass pass(int rows, Kernels kernels) {
    return new Pass(this, rows, kernels);
  }

  /** Numbers a row that go in. */
  public int inputs() {
    return inputs;
  }

  /** Numbers a row that come out. */
  public int outputs() {
    int width = inputs;
    for (LayerSpec layer : layers) {
      width = layer.outputs(width);
    }
    return width;
  }

  /** The layers. */
  public List<LayerSpec> layers() {
    return layers;
  }

  /** The parameters themselves, layer by layer: weights row by row, then biases. */
  public float[] parameters() {
    return parameters;
  }
}
