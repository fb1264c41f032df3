package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.gan.layer.LayerSpec;
import io.lanewise.gan.layer.Network;
import io.lanewise.kernel.Activation;
import io.lanewise.kernel.Kernels;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Losses and gradients of a discriminator that is a sum: one weight and a bias. */
class LessonTest {

  private static final float WEIGHT = 0.5f;
  private static final float BIAS = -0.25f;
  private static final float[] REAL = {1, 2};
  private static final float[] GENERATED = {-1, 3};

  /** What a float sum of four terms near 1 may be off. */
  private static final double TOLERANCE = 16 * Math.ulp(1f);

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double logit(float row) {
    return WEIGHT * row + BIAS;
  }

  /** The label of real rows is smoothed for the gradient, and 1 for the loss that is told. */
  @Test
  void realRowsHaveTheSmoothedLabelInTheGradientAlone() {
    for (double smoothing : new double[] {0, 0.125}) {
      Network network = Network.zero(1, List.of(new LayerSpec.Dense(1, Activation.IDENTITY)));
      network.parameters()[0] = WEIGHT;
      network.parameters()[1] = BIAS;
      Lesson lesson = new Lesson(network, 2, smoothing, 0.5, Kernels.scalar());
      System.arraycopy(REAL, 0, lesson.rows(), 0, 2);
      System.arraycopy(GENERATED, 0, lesson.rows(), 2, 2);
      lesson.learn(new RandomNumbers(1).next());

      double weightSlope = 0;
      double biasSlope = 0;
      double realLoss = 0;
      double generatedLoss = 0;
      for (int i = 0; i < 2; i++) {
        double ofReal = sigmoid(logit(REAL[i])) - (1 - smoothing);
        double ofGenerated = sigmoid(logit(GENERATED[i]));
        weightSlope += 0.5 * (ofReal * REAL[i] + ofGenerated * GENERATED[i]);
        biasSlope += 0.5 * (ofReal + ofGenerated);
        realLoss -= Math.log(sigmoid(logit(REAL[i])));
        generatedLoss -= Math.log(1 - sigmoid(logit(GENERATED[i])));
      }
      assertEquals(weightSlope, lesson.gradients()[0], TOLERANCE);
      assertEquals(biasSlope, lesson.gradients()[1], TOLERANCE);
      assertEquals(realLoss, lesson.realLoss(), TOLERANCE);
      assertEquals(generatedLoss, lesson.generatedLoss(), TOLERANCE);
    }
  }
}
