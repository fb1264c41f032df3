package io.lanewise.kernel.scalar;

import io.lanewise.kernel.Activation;
import io.lanewise.kernel.ActivationTerms;
import io.lanewise.kernel.Activations;
import io.lanewise.kernel.Matrix;

/** The activations, one element or one row after the other. */
public final class ScalarActivations extends Activations {

  /** Creates the kernels; they hold no state. */
  public ScalarActivations() {}

  @Override
  protected void applyForward(
      Activation activation, float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      y[yFrom + i] = ActivationTerms.forward(activation, x[xFrom + i]);
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
    for (int i = 0; i < count; i++) {
      dx[dxFrom + i] = ActivationTerms.backward(activation, y[yFrom + i], dy[dyFrom + i]);
    }
  }

  @Override
  protected void applySoftmax(Matrix x, Matrix y) {
    for (int row = 0; row < x.rows(); row++) {
      ScalarSoftmax.softmax(x, y, row);
    }
  }

  @Override
  protected void applyLogSoftmax(Matrix x, Matrix y) {
    for (int row = 0; row < x.rows(); row++) {
      ScalarSoftmax.logSoftmax(x, y, row);
    }
  }

  @Override
  protected void applyLogSumExp(Matrix x, float[] y, int yFrom) {
    for (int row = 0; row < x.rows(); row++) {
      y[yFrom + row] = ScalarSoftmax.logSumExp(x, row);
    }
  }

  @Override
  protected void applySoftmaxBackward(Matrix y, Matrix dy, Matrix dx) {
    for (int row = 0; row < y.rows(); row++) {
      ScalarSoftmax.softmaxBackward(y, dy, dx, row);
    }
  }

  @Override
  protected void applyLogSoftmaxBackward(Matrix y, Matrix dy, Matrix dx) {
    for (int row = 0; row < y.rows(); row++) {
      ScalarSoftmax.logSoftmaxBackward(y, dy, dx, row);
    }
  }
}
