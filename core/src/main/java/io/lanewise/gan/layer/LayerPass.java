package io.lanewise.gan.layer;

import io.lanewise.kernel.Matrix;
import org.apache.commons.rng.UniformRandomProvider;

/** One layer at work on a fixed number of rows: its arrays, and what it does to them. */
abstract class LayerPass {

  private final Matrix x;
  private final Matrix y;
  private final Matrix dx;
  private final Matrix dy;

  /**
   * @param x the inputs
   * @param dx receives the derivatives by the inputs
   * @param outputs number of outputs a row
   */
  LayerPass(Matrix x, Matrix dx, int outputs) {
    this.x = x;
    this.dx = dx;
    this.y = Matrix.zeros(x.rows(), outputs);
    this.dy = Matrix.zeros(x.rows(), outputs);
  }

  /** Computes the outputs. */
  abstract void forward(Mode mode, UniformRandomProvider random);

  /**
   * Computes, from the derivatives by the outputs, those by the inputs and by the parameters; the
   * former are used up.
   */
  abstract void backward(boolean parameters, boolean inputs);

  final Matrix x() {
    return x;
  }

  final Matrix y() {
    return y;
  }

  final Matrix dx() {
    return dx;
  }

  /** Where the derivatives by the outputs are put. */
  final Matrix dy() {
    return dy;
  }

  final int rows() {
    return x.rows();
  }

  /** Number of inputs, or of outputs, or of the derivatives of either, that a layer keeps apart. */
  final int size() {
    return y.values().length;
  }
}
