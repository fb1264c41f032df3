package io.lanewise.simd.gemm;

import io.lanewise.kernel.Activations;
import io.lanewise.kernel.Epilogue;
import io.lanewise.kernel.Matrix;
import io.lanewise.kernel.Product;
import jdk.incubator.vector.FloatVector;

/** What becomes of finished sums, some rows at a time while they are in the first-level cache. */
final class Epilogues {

  private final Activations activations;

  Epilogues(Activations activations) {
    this.activations = activations;
  }

  void apply(Product product, int row, int rows, int column, int columns) {
    Matrix c = product.c();
    Epilogue epilogue = product.epilogue();
    if (epilogue.isNone()) {
      return;
    }
    float[] bias = epilogue.bias();
    float[] values = c.values();
    for (int i = row; i < row + rows; i++) {
      int from = c.from() + i * c.stride() + column;
      if (bias != null) {
        addBias(values, from, bias, epilogue.from() + column, columns);
      }
      activations.forward(epilogue.activation(), values, from, values, from, columns);
    }
  }

  private static void addBias(float[] c, int from, float[] bias, int biasFrom, int count) {
    int whole = Width.FULL.loopBound(count);
    for (int j = 0; j < whole; j += Width.FULL.length()) {
      FloatVector summand = FloatVector.fromArray(Width.FULL, bias, biasFrom + j);
      FloatVector.fromArray(Width.FULL, c, from + j).add(summand).intoArray(c, from + j);
    }
    for (int j = whole; j < count; j++) {
      c[from + j] += bias[biasFrom + j];
    }
  }
}
