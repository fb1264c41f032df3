package io.lanewise.gan.layer;

import io.lanewise.kernel.Activation;
import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.Matrix;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Batch normalisation at work.
 *
 * <p>With {@code h = (x - mean) / sd} and {@code s = g h + b}: {@code y = f(s)}, {@code dg = sum ds
 * h}, {@code db = sum ds}, {@code dx = g / sd (ds - db/m - h dg/m)} (S. Ioffe, C. Szegedy, "Batch
 * normalization", ICML (2015)).
 */
final class BatchNormPass extends LayerPass {

  private final Kernels kernels;
  private final Activation activation;
  private final double epsilon;
  private final float[] parameters;
  private final float[] gradients;
  private final float[] averages;
  private final int from;
  private final int averagesFrom;
  private final double[] means;
  private final double[] squares;
  private final float[] shift;
  private final float[] scale;
  private final Matrix normal;
  private final Matrix products;

  /**
   * g lies at {@code from} in parameters and gradients, b behind it; the moving means at {@code
   * averagesFrom} in averages, the variances behind them.
   */
  BatchNormPass(
      LayerSpec.BatchNorm spec,
      Matrix x,
      Matrix dx,
      float[] parameters,
      float[] gradients,
      int from,
      float[] averages,
      int averagesFrom,
      Kernels kernels) {
    super(x, dx, x.columns());
    this.kernels = kernels;
    this.activation = spec.activation();
    this.epsilon = spec.epsilon();
    this.parameters = parameters;
    this.gradients = gradients;
    this.from = from;
    this.averages = averages;
    this.averagesFrom = averagesFrom;
    int columns = x.columns();
    this.means = new double[columns];
    this.squares = new double[columns];
    this.shift = new float[columns];
    this.scale = new float[columns];
    this.normal = Matrix.zeros(rows(), columns);
    this.products = Matrix.zeros(rows(), columns);
  }

  @Override
  void forward(Mode mode, UniformRandomProvider random) {
    int columns = x().columns();
    if (mode == Mode.TRAINING) {
      kernels.columnReductions().moments(x(), means, squares, 0);
      for (int j = 0; j < columns; j++) {
        squares[j] /= rows();
      }
    } else {
      for (int j = 0; j < columns; j++) {
        means[j] = averages[averagesFrom + j];
        squares[j] = averages[averagesFrom + columns + j];
      }
    }
    for (int j = 0; j < columns; j++) {
      shift[j] = (float) means[j];
      scale[j] = (float) (1 / Math.sqrt(squares[j] + epsilon));
    }
    float[] in = x().values();
    float[] out = y().values();
    float[] h = normal.values();
    for (int i = 0, row = 0; i < rows(); i++, row += columns) {
      for (int j = 0; j < columns; j++) {
        h[row + j] = (in[row + j] - shift[j]) * scale[j];
      }
      for (int j = 0; j < columns; j++) {
        out[row + j] = h[row + j] * parameters[from + j] + parameters[from + columns + j];
      }
    }
    kernels.activations().forward(activation, out, 0, out, 0, size());
  }

  /** Means and variances of the last forward pass. */
  double[] means() {
    return means;
  }

  double[] variances() {
    return squares;
  }

  @Override
  void backward(boolean ofParameters, boolean inputs) {
    int columns = x().columns();
    float[] d = dy().values();
    kernels.activations().backward(activation, y().values(), 0, d, 0, d, 0, size());
    float[] h = normal.values();
    float[] dh = products.values();
    for (int i = 0; i < d.length; i++) {
      dh[i] = d[i] * h[i];
    }
    kernels.columnReductions().sums(products, gradients, from);
    kernels.columnReductions().sums(dy(), gradients, from + columns);
    if (!inputs) {
      return;
    }
    float[] out = dx().values();
    float share = 1f / rows();
    for (int i = 0, row = 0; i < rows(); i++, row += columns) {
      for (int j = 0; j < columns; j++) {
        float mean = gradients[from + columns + j] * share;
        float slope = gradients[from + j] * share;
        out[row + j] = parameters[from + j] * scale[j] * ((d[row + j] - mean) - h[row + j] * slope);
      }
    }
  }
}
