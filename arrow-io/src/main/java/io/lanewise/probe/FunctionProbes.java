package io.lanewise.probe;

import io.lanewise.kernel.Activation;
import io.lanewise.kernel.ArrayMath;
import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.Matrix;
import java.util.List;
import java.util.Random;

/** Elementary functions and activations, from one array to another. */
final class FunctionProbes {

  private static final long SEED = 20261123;
  private static final int COUNT = 1024;

  /** Not a multiple of any vector's length. */
  private static final int HARD = 16 * COUNT + 13;

  private static final int COLUMNS = 32;

  private FunctionProbes() {}

  /** A function of doubles. */
  private interface OfDoubles {
    void apply(ArrayMath math, double[] x, double[] y);
  }

  /** A function of floats. */
  private interface OfFloats {
    void apply(Kernels kernels, float[] x, float[] y);
  }

  static List<KernelProbe> all() {
    return List.of(
        doubles("exp, double", (math, x, y) -> math.exp(x, 0, y, 0, x.length)),
        doubles("log, double", (math, x, y) -> math.log(x, 0, y, 0, x.length)),
        doubles("log1p, double", (math, x, y) -> math.log1p(x, 0, y, 0, x.length)),
        floats("exp, float", (kernels, x, y) -> kernels.arrayMath().exp(x, 0, y, 0, x.length)),
        floats("log, float", (kernels, x, y) -> kernels.arrayMath().log(x, 0, y, 0, x.length)),
        activation("leaky ReLU", Activation.leakyRelu(0.2f)),
        activation("sigmoid", Activation.SIGMOID),
        activation("tanh", Activation.TANH),
        activation("softplus", Activation.SOFTPLUS),
        gradient("sigmoid", Activation.SIGMOID),
        floats("softmax of 32", FunctionProbes::softmax),
        floats("softmax of 32, gradient", FunctionProbes::softmaxGradient));
  }

  private static KernelProbe activation(String name, Activation activation) {
    return floats(
        name, (kernels, x, y) -> kernels.activations().forward(activation, x, 0, y, 0, x.length));
  }

  private static KernelProbe gradient(String name, Activation activation) {
    return floats(
        name + ", gradient",
        (kernels, x, y) -> kernels.activations().backward(activation, x, 0, x, 0, y, 0, x.length));
  }

  private static void softmax(Kernels kernels, float[] x, float[] y) {
    kernels.activations().softmax(rows(x), rows(y));
  }

  private static void softmaxGradient(Kernels kernels, float[] x, float[] y) {
    kernels.activations().softmaxBackward(rows(x), rows(x), rows(y));
  }

  private static Matrix rows(float[] values) {
    return new Matrix(values, 0, values.length / COLUMNS, COLUMNS, COLUMNS);
  }

  private static KernelProbe doubles(String name, OfDoubles function) {
    return new KernelProbe(
        name,
        "element",
        COUNT,
        kernels -> {
          // Where all of the three are ordinary.
          double[] x = new Random(SEED).doubles(COUNT, 0.1, 8).toArray();
          double[] y = new double[COUNT];
          return () -> function.apply(kernels.arrayMath(), x, y);
        },
        kernels -> {
          double[] y = new double[HARD];
          function.apply(kernels.arrayMath(), HardNumbers.doubles(new Random(SEED), HARD), y);
          return y;
        });
  }

  private static KernelProbe floats(String name, OfFloats function) {
    return new KernelProbe(
        name,
        "element",
        COUNT,
        kernels -> {
          float[] x = OrdinaryNumbers.floats(new Random(SEED), COUNT);
          float[] y = new float[COUNT];
          return () -> function.apply(kernels, x, y);
        },
        kernels -> {
          float[] y = new float[HARD];
          function.apply(kernels, HardNumbers.floats(new Random(SEED), HARD), y);
          return HardNumbers.widened(y);
        });
  }
}
