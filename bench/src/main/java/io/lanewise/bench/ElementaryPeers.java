package io.lanewise.bench;

import io.lanewise.kernel.ElementaryFunction;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The elementary functions as anyone would write them: a loop over Math, and over lanewise. */
final class ElementaryPeers {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

  private ElementaryPeers() {}

  static void math(ElementaryFunction function, double[] x, double[] y) {
    switch (function) {
      case EXP -> {
        for (int i = 0; i < x.length; i++) {
          y[i] = Math.exp(x[i]);
        }
      }
      case LOG -> {
        for (int i = 0; i < x.length; i++) {
          y[i] = Math.log(x[i]);
        }
      }
      case LOG1P -> {
        for (int i = 0; i < x.length; i++) {
          y[i] = Math.log1p(x[i]);
        }
      }
    }
  }

  static void math(ElementaryFunction function, float[] x, float[] y) {
    switch (function) {
      case EXP -> {
        for (int i = 0; i < x.length; i++) {
          y[i] = (float) Math.exp(x[i]);
        }
      }
      case LOG -> {
        for (int i = 0; i < x.length; i++) {
          y[i] = (float) Math.log(x[i]);
        }
      }
      case LOG1P -> {
        for (int i = 0; i < x.length; i++) {
          y[i] = (float) Math.log1p(x[i]);
        }
      }
    }
  }

  /** Whole vectors: lengths are multiples of every width. An operator has to be a constant. */
  static void lanewise(ElementaryFunction function, double[] x, double[] y) {
    switch (function) {
      case EXP -> {
        for (int i = 0; i < x.length; i += DOUBLES.length()) {
          load(x, i).lanewise(VectorOperators.EXP).intoArray(y, i);
        }
      }
      case LOG -> {
        for (int i = 0; i < x.length; i += DOUBLES.length()) {
          load(x, i).lanewise(VectorOperators.LOG).intoArray(y, i);
        }
      }
      case LOG1P -> {
        for (int i = 0; i < x.length; i += DOUBLES.length()) {
          load(x, i).lanewise(VectorOperators.LOG1P).intoArray(y, i);
        }
      }
    }
  }

  static void lanewise(ElementaryFunction function, float[] x, float[] y) {
    switch (function) {
      case EXP -> {
        for (int i = 0; i < x.length; i += FLOATS.length()) {
          load(x, i).lanewise(VectorOperators.EXP).intoArray(y, i);
        }
      }
      case LOG -> {
        for (int i = 0; i < x.length; i += FLOATS.length()) {
          load(x, i).lanewise(VectorOperators.LOG).intoArray(y, i);
        }
      }
      case LOG1P -> {
        for (int i = 0; i < x.length; i += FLOATS.length()) {
          load(x, i).lanewise(VectorOperators.LOG1P).intoArray(y, i);
        }
      }
    }
  }

  private static DoubleVector load(double[] x, int i) {
    return DoubleVector.fromArray(DOUBLES, x, i);
  }

  private static FloatVector load(float[] x, int i) {
    return FloatVector.fromArray(FLOATS, x, i);
  }
}
