package io.lanewise.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.lanewise.kernel.Activation;
import io.lanewise.kernel.ElementaryFunction;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every method of a benchmark computes the same thing, within the errors of plain float code. */
class FunctionBenchmarksTest {

  @ParameterizedTest
  @EnumSource
  void elementaryMethodsAgree(ElementaryFunction function) {
    for (int bits : new int[] {64, 32}) {
      float[] expected = elementary(function, bits, ElementaryBenchmark::math);
      assertArrayEquals(expected, elementary(function, bits, ElementaryBenchmark::lanewise), 1e-6f);
      assertArrayEquals(expected, elementary(function, bits, ElementaryBenchmark::scalar), 1e-6f);
      assertArrayEquals(expected, elementary(function, bits, ElementaryBenchmark::vector), 1e-6f);
    }
  }

  /** Results as floats; of exponentials their logarithms, whose errors do not grow. */
  private static float[] elementary(
      ElementaryFunction function, int bits, Consumer<ElementaryBenchmark> method) {
    ElementaryBenchmark benchmark = new ElementaryBenchmark();
    benchmark.function = function;
    benchmark.bits = bits;
    benchmark.draw();
    method.accept(benchmark);
    float[] results = new float[ElementaryBenchmark.COUNT];
    for (int i = 0; i < results.length; i++) {
      double result = bits == 64 ? benchmark.doubleResults[i] : benchmark.floatResults[i];
      double size = function == ElementaryFunction.EXP ? Math.log(result) : result;
      results[i] = (float) (size / Math.max(1, Math.abs(size)));
    }
    return results;
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGMOID", "TANH", "SOFTPLUS", "RELU"})
  void activationMethodsAgree(Activation.Kind kind) {
    for (String direction : new String[] {"forward", "backward"}) {
      float[] expected = activation(kind, direction, ActivationBenchmark::math);
      assertArrayEquals(expected, activation(kind, direction, ActivationBenchmark::scalar), 2e-6f);
      assertArrayEquals(expected, activation(kind, direction, ActivationBenchmark::vector), 2e-6f);
    }
  }

  private static float[] activation(
      Activation.Kind kind, String direction, Consumer<ActivationBenchmark> method) {
    ActivationBenchmark benchmark = new ActivationBenchmark();
    benchmark.kind = kind;
    benchmark.direction = direction;
    benchmark.draw();
    method.accept(benchmark);
    return benchmark.result;
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 64})
  void softmaxMethodsAgree(int columns) {
    for (String direction : new String[] {"forward", "backward"}) {
      float[] expected = softmax(columns, direction, SoftmaxBenchmark::math);
      assertArrayEquals(expected, softmax(columns, direction, SoftmaxBenchmark::scalar), 2e-6f);
      assertArrayEquals(expected, softmax(columns, direction, SoftmaxBenchmark::vector), 2e-6f);
    }
  }

  private static float[] softmax(int columns, String direction, Consumer<SoftmaxBenchmark> method) {
    SoftmaxBenchmark benchmark = new SoftmaxBenchmark();
    benchmark.columns = columns;
    benchmark.direction = direction;
    benchmark.draw();
    method.accept(benchmark);
    return benchmark.result;
  }
}
