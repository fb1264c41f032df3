package io.lanewise.simd.function;

import static io.lanewise.simd.function.FunctionLanes.FLOATS;
import static jdk.incubator.vector.VectorOperators.IS_NAN;
import static jdk.incubator.vector.VectorOperators.LE;

import io.lanewise.kernel.Activation;
import io.lanewise.kernel.ActivationTerms;
import jdk.incubator.vector.FloatVector;

/** The rectified units, and their derivatives by the sign of what they returned. */
final class Rectifier {

  private Rectifier() {}

  static void forward(float[] x, int xFrom, float[] y, int yFrom, int count) {
    int whole = FLOATS.loopBound(count);
    for (int i = 0; i < whole; i += FLOATS.length()) {
      FloatVector argument = FloatVector.fromArray(FLOATS, x, xFrom + i);
      argument.blend(0, argument.compare(LE, 0)).intoArray(y, yFrom + i);
    }
    forwardTail(Activation.RELU, x, xFrom, y, yFrom, whole, count);
  }

  static void forward(Activation leaky, float[] x, int xFrom, float[] y, int yFrom, int count) {
    int whole = FLOATS.loopBound(count);
    FloatVector slope = FunctionLanes.broadcast(leaky.slope());
    for (int i = 0; i < whole; i += FLOATS.length()) {
      FloatVector argument = FloatVector.fromArray(FLOATS, x, xFrom + i);
      argument.blend(argument.mul(slope), argument.compare(LE, 0)).intoArray(y, yFrom + i);
    }
    forwardTail(leaky, x, xFrom, y, yFrom, whole, count);
  }

  private static void forwardTail(
      Activation unit, float[] x, int xFrom, float[] y, int yFrom, int begin, int end) {
    for (int i = begin; i < end; i++) {
      y[yFrom + i] = ActivationTerms.forward(unit, x[xFrom + i]);
    }
  }

  /** Whole vectors. */
  static void backward(
      float[] y, int yFrom, float[] dy, int dyFrom, float[] dx, int dxFrom, int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      FloatVector output = FloatVector.fromArray(FLOATS, y, yFrom + i);
      FloatVector derivative = FloatVector.fromArray(FLOATS, dy, dyFrom + i);
      derivative
          .blend(0, output.compare(LE, 0))
          .blend(output, output.test(IS_NAN))
          .intoArray(dx, dxFrom + i);
    }
  }

  /** Whole vectors. */
  static void backward(
      float slope,
      float[] y,
      int yFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int count) {
    for (int i = 0; i < count; i += FLOATS.length()) {
      FloatVector output = FloatVector.fromArray(FLOATS, y, yFrom + i);
      FloatVector derivative = FloatVector.fromArray(FLOATS, dy, dyFrom + i);
      derivative
          .blend(derivative.mul(slope), output.compare(LE, 0))
          .blend(output, output.test(IS_NAN))
          .intoArray(dx, dxFrom + i);
    }
  }
}
