package io.lanewise.kernel.scalar;

import io.lanewise.kernel.ActivationTerms;
import io.lanewise.kernel.FloatFunctions;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.RowSum;

/** Softmax and its kin for one row. */
final class ScalarSoftmax {

  private ScalarSoftmax() {}

  static void softmax(Matrix x, Matrix y, int row) {
    float[] in = x.values();
    float[] out = y.values();
    int from = x.from() + row * x.stride();
    int to = y.from() + row * y.stride();
    float largest = largest(x, row);
    double inverse = sum(x, row, largest).inverse();
    float upper = (float) inverse;
    float lower = (float) (inverse - upper);
    for (int j = 0; j < x.columns(); j++) {
      float e = ActivationTerms.expOfDifference(in[from + j], largest);
      out[to + j] = ActivationTerms.share(e, upper, lower);
    }
  }

  static void logSoftmax(Matrix x, Matrix y, int row) {
    float[] in = x.values();
    float[] out = y.values();
    int from = x.from() + row * x.stride();
    int to = y.from() + row * y.stride();
    float largest = largest(x, row);
    double log = sum(x, row, largest).log();
    float upper = (float) log;
    float lower = (float) (log - upper);
    for (int j = 0; j < x.columns(); j++) {
      out[to + j] = ActivationTerms.logShare(in[from + j], largest, upper, lower);
    }
  }

  static float logSumExp(Matrix x, int row) {
    return sum(x, row, largest(x, row)).logSumExp(x, row);
  }

  static void softmaxBackward(Matrix y, Matrix dy, Matrix dx, int row) {
    int yFrom = y.from() + row * y.stride();
    int dyFrom = dy.from() + row * dy.stride();
    int dxFrom = dx.from() + row * dx.stride();
    double[] lanes = new double[LogSums.LANES];
    for (int j = 0; j < y.columns(); j++) {
      lanes[j % LogSums.LANES] += (double) y.values()[yFrom + j] * dy.values()[dyFrom + j];
    }
    float sum = (float) LogSums.fold(lanes);
    for (int j = 0; j < y.columns(); j++) {
      dx.values()[dxFrom + j] = y.values()[yFrom + j] * (dy.values()[dyFrom + j] - sum);
    }
  }

  static void logSoftmaxBackward(Matrix y, Matrix dy, Matrix dx, int row) {
    int yFrom = y.from() + row * y.stride();
    int dyFrom = dy.from() + row * dy.stride();
    int dxFrom = dx.from() + row * dx.stride();
    double[] lanes = new double[LogSums.LANES];
    for (int j = 0; j < y.columns(); j++) {
      lanes[j % LogSums.LANES] += dy.values()[dyFrom + j];
    }
    float minusSum = -(float) LogSums.fold(lanes);
    for (int j = 0; j < y.columns(); j++) {
      float share = FloatFunctions.exp(y.values()[yFrom + j]);
      dx.values()[dxFrom + j] = Math.fma(share, minusSum, dy.values()[dyFrom + j]);
    }
  }

  /** The largest element, leaving NaN out; -infinity if there is none. */
  private static float largest(Matrix x, int row) {
    int from = x.from() + row * x.stride();
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = from; i < from + x.columns(); i++) {
      largest = x.values()[i] > largest ? x.values()[i] : largest;
    }
    return largest;
  }

  private static RowSum sum(Matrix x, int row, float largest) {
    int from = x.from() + row * x.stride();
    double[] lanes = new double[LogSums.LANES];
    int ones = 0;
    for (int j = 0; j < x.columns(); j++) {
      float e = ActivationTerms.expOfDifference(x.values()[from + j], largest);
      if (e == 1) {
        ones++;
      } else {
        lanes[j % LogSums.LANES] += e;
      }
    }
    return new RowSum(largest, ones, LogSums.fold(lanes));
  }
}
