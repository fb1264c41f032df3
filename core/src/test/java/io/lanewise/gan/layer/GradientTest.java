package io.lanewise.gan.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.gan.codec.RowLayout;
import io.lanewise.gan.codec.StructuralZeros;
import io.lanewise.kernel.Activation;
import io.lanewise.kernel.Kernels;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives of layers against closed forms and against differences. */
class GradientTest {

  private static final int ROWS = 5;
  private static final int INPUTS = 7;

  /** Numbers go up to about 10, so a sum of some 30 of them is off by less than 30 x 10 x 2^-24. */
  private static final double ROUNDING = 2e-5;

  private static final double STEP = 0x1p-6;

  /** Three choices of which one has a position, a position alone, two choices; 7 floats. */
  private static final RowLayout LAYOUT =
      new RowLayout(
          List.of(
              new RowLayout.Block(
                  0,
                  List.of(
                      RowLayout.Stretch.SPREAD, new RowLayout.Single(), new RowLayout.Single())),
              new RowLayout.Block(4, List.of(RowLayout.Stretch.SPREAD)),
              new RowLayout.Block(5, List.of(new RowLayout.Single(), new RowLayout.Single()))));

  static Stream<List<LayerSpec>> smooth() {
    return Stream.of(
        List.of(new LayerSpec.Dense(4, Activation.IDENTITY)),
        List.of(new LayerSpec.Dense(4, Activation.TANH)),
        List.of(new LayerSpec.Dense(4, Activation.SIGMOID)),
        List.of(new LayerSpec.Dense(3, Activation.SOFTPLUS)),
        List.of(
            new LayerSpec.Dense(6, Activation.TANH), new LayerSpec.Dense(1, Activation.IDENTITY)),
        List.of(new LayerSpec.Dropout(0.4), new LayerSpec.Dense(4, Activation.TANH)),
        List.of(new LayerSpec.RowHead(LAYOUT, StructuralZeros.NONE, 1, true)),
        List.of(
            new LayerSpec.Dense(7, Activation.IDENTITY),
            new LayerSpec.RowHead(LAYOUT, StructuralZeros.NONE, 0.7, true)));
  }

  @ParameterizedTest
  @MethodSource("smooth")
  void smoothLayersHaveTheDerivativesOfTheirDifferences(List<LayerSpec> layers) {
    checkAgainstDifferences(layers, 3);
  }

  /** Differences are taken within a bin. */
  @Test
  void softBinsHaveTheDerivativesOfTheirDifferences() {
    List<LayerSpec> layers =
        List.of(new LayerSpec.SoftBins(LAYOUT, 1, 5), new LayerSpec.Dense(3, Activation.TANH));
    float[] inputs = inputs(3);
    for (int row = 0; row < ROWS; row++) {
      inputs[row * INPUTS + 3] = 0.5f * (row % 4) - 0.75f;
      inputs[row * INPUTS + 4] = row == 0 ? 1.5f : 0.8f - 0.5f * (row % 4);
    }
    checkAgainstDifferences(layers, inputs, 3);
  }

  @ParameterizedTest
  @MethodSource
  void rectifiersHaveTheDerivativesOfTheirDifferences(Activation activation) {
    List<LayerSpec> layers =
        List.of(new LayerSpec.Dense(4, activation), new LayerSpec.Dense(2, Activation.IDENTITY));
    // Differences are taken where no unit changes its side.
    Network network = network(layers, 8);
    assertTrue(leastSum(network) > 3 * STEP, "least sum " + leastSum(network));
    checkAgainstDifferences(layers, 8);
  }

  static Stream<Activation> rectifiersHaveTheDerivativesOfTheirDifferences() {
    return Stream.of(Activation.RELU, Activation.leakyRelu(0.2f));
  }

  /** The textbook's case: y = w x, w = (3, 4, 5), x = (6, 7), dy of ones. */
  @Test
  void productHasTheGradientsOfTheTextbook() {
    Network network = Network.zero(2, List.of(new LayerSpec.Dense(3, Activation.IDENTITY)));
    float[] w = {3, 4, 5, 3, 4, 5};
    System.arraycopy(w, 0, network.parameters(), 0, 6);
    Pass pass = network.pass(1, Kernels.scalar());
    set(pass.input().values(), 6, 7);
    pass.forward(Mode.TRAINING, random(1));
    assertArrayEquals(new float[] {39, 52, 65}, pass.output().values());
    set(pass.outputGradient().values(), 1, 1, 1);
    pass.backward(true, true);
    assertArrayEquals(new float[] {6, 6, 6, 7, 7, 7, 1, 1, 1}, pass.gradients());
    assertArrayEquals(new float[] {12, 12}, pass.inputGradient().values());
  }

  /** s = sigmoid(w x), ds/dw = (1 - s) s x; at w = 0 that is x/4. */
  @Test
  void sigmoidHasItsGradient() {
    Network network = Network.zero(1, List.of(new LayerSpec.Dense(1, Activation.SIGMOID)));
    Pass pass = network.pass(1, Kernels.scalar());
    set(pass.input().values(), 8);
    pass.forward(Mode.TRAINING, random(1));
    set(pass.outputGradient().values(), 1);
    pass.backward(true, true);
    assertArrayEquals(new float[] {2, 0.25f}, pass.gradients());
  }

  private static double leastSum(Network network) {
    float[] x = inputs(8);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < 4; j++) {
        double sum = network.parameters()[INPUTS * 4 + j];
        for (int k = 0; k < INPUTS; k++) {
          sum += x[i * INPUTS + k] * network.parameters()[k * 4 + j];
        }
        least = Math.min(least, Math.abs(sum));
      }
    }
    return least;
  }

  private static void checkAgainstDifferences(List<LayerSpec> layers, long seed) {
    checkAgainstDifferences(layers, inputs(seed), seed);
  }

  private static void checkAgainstDifferences(List<LayerSpec> layers, float[] inputs, long seed) {
    Network network = network(layers, seed);
    Pass pass = network.pass(ROWS, Kernels.scalar());
    set(pass.input().values(), inputs);
    float[] weights = numbers(pass.output().values().length, seed + 1);
    pass.forward(Mode.TRAINING, random(seed));
    set(pass.outputGradient().values(), weights);
    pass.backward(true, true);
    float[] byInputs = pass.inputGradient().values().clone();
    float[] byParameters = pass.gradients().clone();
    checkDifferences("input", pass, pass.input().values(), byInputs, weights, seed);
    checkDifferences("parameter", pass, network.parameters(), byParameters, weights, seed);
  }

  /** Richardson's difference of two steps: off by about h^4 of the fifth derivative. */
  private static void checkDifferences(
      String what, Pass pass, float[] arguments, float[] gradient, float[] weights, long seed) {
    for (int i = 0; i < arguments.length; i++) {
      double near = difference(pass, arguments, i, STEP, weights, seed);
      double far = difference(pass, arguments, i, 2 * STEP, weights, seed);
      double expected = (4 * near - far) / 3;
      double curvature = Math.abs(near - far) * 0.05;
      assertEquals(expected, gradient[i], ROUNDING / STEP + curvature, what + " " + i);
    }
  }

  private static double difference(
      Pass pass, float[] arguments, int i, double step, float[] weights, long seed) {
    float kept = arguments[i];
    arguments[i] = (float) (kept + step);
    double above = weighted(pass, weights, seed);
    arguments[i] = (float) (kept - step);
    double below = weighted(pass, weights, seed);
    arguments[i] = kept;
    return (above - below) / (2 * step);
  }

  private static double weighted(Pass pass, float[] weights, long seed) {
    pass.forward(Mode.TRAINING, random(seed));
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (double) weights[i] * pass.output().values()[i];
    }
    return sum;
  }

  private static Network network(List<LayerSpec> layers, long seed) {
    Network network = Network.initial(INPUTS, layers, random(seed + 10));
    Random more = new Random(seed);
    for (int i = 0; i < network.parameters().length; i++) {
      network.parameters()[i] += 0.3f * (float) more.nextGaussian();
    }
    return network;
  }

  private static float[] inputs(long seed) {
    return numbers(ROWS * INPUTS, seed);
  }

  private static float[] numbers(int count, long seed) {
    Random random = new Random(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static void set(float[] array, float... values) {
    System.arraycopy(values, 0, array, 0, values.length);
  }

  private static UniformRandomProvider random(long seed) {
    return RandomSource.XO_SHI_RO_256_PP.create(seed);
  }
}
