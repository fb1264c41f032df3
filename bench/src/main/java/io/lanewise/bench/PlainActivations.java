package io.lanewise.bench;

import io.lanewise.kernel.Activation;

/** Activations as anyone would write them, with Math; accurate for ordinary numbers only. */
final class PlainActivations {

  private PlainActivations() {}

  static void forward(Activation.Kind kind, float[] x, float[] y) {
    switch (kind) {
      case SIGMOID -> {
        for (int i = 0; i < x.length; i++) {
          y[i] = (float) (1 / (1 + Math.exp(-x[i])));
        }
      }
      case TANH -> {
        for (int i = 0; i < x.length; i++) {
          y[i] = (float) Math.tanh(x[i]);
        }
      }
      case SOFTPLUS -> {
        for (int i = 0; i < x.length; i++) {
          y[i] = (float) Math.log1p(Math.exp(x[i]));
        }
      }
      case IDENTITY, RELU, LEAKY_RELU -> {
        for (int i = 0; i < x.length; i++) {
          y[i] = Math.max(x[i], 0);
        }
      }
    }
  }

  static void backward(Activation.Kind kind, float[] y, float[] dy, float[] dx) {
    switch (kind) {
      case SIGMOID -> {
        for (int i = 0; i < y.length; i++) {
          dx[i] = (1 - y[i]) * y[i] * dy[i];
        }
      }
      case TANH -> {
        for (int i = 0; i < y.length; i++) {
          dx[i] = (1 - y[i] * y[i]) * dy[i];
        }
      }
      case SOFTPLUS -> {
        for (int i = 0; i < y.length; i++) {
          dx[i] = (float) (1 - Math.exp(-y[i])) * dy[i];
        }
      }
      case IDENTITY, RELU, LEAKY_RELU -> {
        for (int i = 0; i < y.length; i++) {
          dx[i] = y[i] > 0 ? dy[i] : 0;
        }
      }
    }
  }

  static void softmax(float[] x, float[] y, int columns) {
    for (int from = 0; from < x.length; from += columns) {
      float largest = x[from];
      for (int i = from; i < from + columns; i++) {
        largest = Math.max(largest, x[i]);
      }
      double sum = 0;
      for (int i = from; i < from + columns; i++) {
        y[i] = (float) Math.exp(x[i] - largest);
        sum += y[i];
      }
      float factor = (float) (1 / sum);
      for (int i = from; i < from + columns; i++) {
        y[i] *= factor;
      }
    }
  }

  static void softmaxBackward(float[] y, float[] dy, float[] dx, int columns) {
    for (int from = 0; from < y.length; from += columns) {
      double sum = 0;
      for (int i = from; i < from + columns; i++) {
        sum += y[i] * dy[i];
      }
      for (int i = from; i < from + columns; i++) {
        dx[i] = y[i] * (dy[i] - (float) sum);
      }
    }
  }
}
