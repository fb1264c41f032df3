package io.lanewise.gan.layer;

import io.lanewise.kernel.Activation;
import io.lanewise.kernel.Epilogue;
import io.lanewise.kernel.Form;
import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.Product;
import io.lanewise.kernel.Update;
import org.apache.commons.rng.UniformRandomProvider;

/** A dense layer at work: y = f(x W + b), dW = x^T dz, db = sum dz, dx = dz W^T. */
final class DensePass extends LayerPass {

  private final Kernels kernels;
  private final Activation activation;
  private final Product output;
  private final Product weightGradient;
  private final Product inputGradient;
  private final float[] gradients;
  private final int biasFrom;

  /** W lies at {@code from} in parameters and gradients, b behind it. */
  DensePass(
      LayerSpec.Dense spec,
      Matrix x,
      Matrix dx,
      float[] parameters,
      float[] gradients,
      int from,
      Kernels kernels) {
    super(x, dx, spec.units());
    this.kernels = kernels;
    this.activation = spec.activation();
    this.gradients = gradients;
    int inputs = x.columns();
    int units = spec.units();
    this.biasFrom = from + inputs * units;
    Matrix weights = new Matrix(parameters, from, inputs, units, units);
    this.output =
        new Product(
            Form.NN, x, weights, Update.SET, y(), new Epilogue(parameters, biasFrom, activation));
    this.weightGradient =
        new Product(
            Form.TN, x, dy(), Update.SET, new Matrix(gradients, from, inputs, units, units));
    this.inputGradient = new Product(Form.NT, dy(), weights, Update.SET, dx);
  }

  @Override
  void forward(Mode mode, UniformRandomProvider random) {
    kernels.matrixProducts().multiply(output);
  }

  @Override
  void backward(boolean parameters, boolean inputs) {
    float[] dz = dy().values();
    if (activation.kind() != Activation.Kind.IDENTITY) {
      kernels.activations().backward(activation, y().values(), 0, dz, 0, dz, 0, size());
    }
    if (parameters) {
      kernels.matrixProducts().multiply(weightGradient);
      kernels.columnReductions().sums(dy(), gradients, biasFrom);
    }
    if (inputs) {
      kernels.matrixProducts().multiply(inputGradient);
    }
  }
}
