package io.lanewise.simd.function;

import static io.lanewise.simd.function.FunctionLanes.FLOATS;

import io.lanewise.kernel.Activation;
import io.lanewise.kernel.ActivationTerms;
import io.lanewise.kernel.Activations;
import io.lanewise.kernel.Matrix;

/** The activations, a vector at a time. */
public final class VectorActivations extends Activations {

  private static final FloatFunction SIGMOID = new Sigmoid();
  private static final FloatFunction TANH = new Tanh();
  private static final FloatFunction SOFTPLUS = new Softplus();

  /** Creates the kernels; they hold no state. */
  public VectorActivations() {}

  @Override
  protected void applyForward(
      Activation activation, float[] x, int xFrom, float[] y, int yFrom, int count) {
    switch (activation.kind()) {
      case IDENTITY -> System.arraycopy(x, xFrom, y, yFrom, count);
      case RELU -> Rectifier.forward(x, xFrom, y, yFrom, count);
      case LEAKY_RELU -> Rectifier.forward(activation, x, xFrom, y, yFrom, count);
      case SIGMOID -> SIGMOID.apply(x, xFrom, y, yFrom, count);
      case TANH -> TANH.apply(x, xFrom, y, yFrom, count);
      case SOFTPLUS -> SOFTPLUS.apply(x, xFrom, y, yFrom, count);
    }
  }

  @Override
  protected void applyBackward(
      Activation activation,
      float[] y,
      int yFrom,
      float[] dy,
      int dyFrom,
      float[] dx,
      int dxFrom,
      int count) {
    int whole = FLOATS.loopBound(count);
    switch (activation.kind()) {
      case IDENTITY -> System.arraycopy(dy, dyFrom, dx, dxFrom, whole);
      case RELU -> Rectifier.backward(y, yFrom, dy, dyFrom, dx, dxFrom, whole);
      case LEAKY_RELU ->
          Rectifier.backward(activation.slope(), y, yFrom, dy, dyFrom, dx, dxFrom, whole);
      case SIGMOID -> Derivatives.sigmoid(y, yFrom, dy, dyFrom, dx, dxFrom, whole);
      case TANH -> Derivatives.tanh(y, yFrom, dy, dyFrom, dx, dxFrom, whole);
      case SOFTPLUS -> Derivatives.softplus(y, yFrom, dy, dyFrom, dx, dxFrom, whole);
    }
    for (int i = whole; i < count; i++) {
      dx[dxFrom + i] = ActivationTerms.backward(activation, y[yFrom + i], dy[dyFrom + i]);
    }
  }

  @Override
  protected void applySoftmax(Matrix x, Matrix y) {
    if (ShortRows.areIn(x)) {
      ShortRows.softmax(x, y);
    } else {
      Softmax.softmax(x, y);
    }
  }

  @Override
  protected void applyLogSoftmax(Matrix x, Matrix y) {
    if (ShortRows.areIn(x)) {
      ShortRows.logSoftmax(x, y);
    } else {
      Softmax.logSoftmax(x, y);
    }
  }

  @Override
  protected void applyLogSumExp(Matrix x, float[] y, int yFrom) {
    if (ShortRows.areIn(x)) {
      ShortRows.logSumExp(x, y, yFrom);
    } else {
      Softmax.logSumExp(x, y, yFrom);
    }
  }

  @Override
  protected void applySoftmaxBackward(Matrix y, Matrix dy, Matrix dx) {
    if (ShortRows.areIn(y)) {
      ShortRows.softmaxBackward(y, dy, dx);
    } else {
      SoftmaxDerivatives.softmax(y, dy, dx);
    }
  }

  @Override
  protected void applyLogSoftmaxBackward(Matrix y, Matrix dy, Matrix dx) {
    if (ShortRows.areIn(y)) {
      ShortRows.logSoftmaxBackward(y, dy, dx);
    } else {
      SoftmaxDerivatives.logSoftmax(y, dy, dx);
    }
  }
}
