package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.kernel.BinaryCrossEntropy;
import io.lanewise.kernel.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Losses and their gradients. */
class GanLossTest {

  private static final BinaryCrossEntropy ENTROPY = Kernels.scalar().binaryCrossEntropy();
  private static final float[] LOGITS = {-3, -0.5f, 0, 0.25f, 2, 4};

  /** ln(1 - D) and -ln D, written as the textbook has them. */
  @ParameterizedTest
  @EnumSource
  void lossesAreThoseOfTheTextbook(GanLoss loss) {
    double expected = 0;
    for (float logit : LOGITS) {
      double d = 1 / (1 + Math.exp(-logit));
      expected += loss == GanLoss.MINIMAX ? Math.log(1 - d) : -Math.log(d);
    }
    assertEquals(expected, sum(loss, LOGITS), 1e-14);
  }

  @ParameterizedTest
  @EnumSource
  void gradientsAreThoseOfDifferences(GanLoss loss) {
    float[] gradient = new float[LOGITS.length];
    loss.gradient(ENTROPY, 1, LOGITS, loss.labels(LOGITS.length), LOGITS.length, gradient);
    float step = 0x1p-8f;
    for (int i = 0; i < LOGITS.length; i++) {
      float[] above = LOGITS.clone();
      float[] below = LOGITS.clone();
      above[i] += step;
      below[i] -= step;
      double difference = (sum(loss, above) - sum(loss, below)) / (2 * step);
      // A sixth of the step's square times the third derivative, which is below 1/8; and a float.
      assertEquals(difference, gradient[i], step * step / 48 + 0x1p-24);
    }
  }

  /** Where D is sure of a generated row, the minimax loss has no gradient left. */
  @Test
  void onlyOneOfThemSaturates() {
    float[] sure = {-20};
    float[] gradient = new float[1];
    GanLoss.MINIMAX.gradient(ENTROPY, 1, sure, new float[] {0}, 1, gradient);
    assertEquals(0, gradient[0], 1e-8);
    GanLoss.NON_SATURATING.gradient(ENTROPY, 1, sure, new float[] {1}, 1, gradient);
    assertEquals(-1, gradient[0], 1e-8);
  }

  /** Cross-entropy is minus the logarithm of the Bernoulli likelihood of the labels. */
  @Test
  void crossEntropyIsTheBernoulliLikelihood() {
    float[] labels = {1, 0, 0, 1, 1, 0};
    double likelihood = 1;
    for (int i = 0; i < LOGITS.length; i++) {
      double s = 1 / (1 + Math.exp(-LOGITS[i]));
      likelihood *= Math.pow(s, labels[i]) * Math.pow(1 - s, 1 - labels[i]);
    }
    assertEquals(-Math.log(likelihood), ENTROPY.sum(LOGITS, 0, labels, 0, LOGITS.length), 1e-14);
  }

  private static double sum(GanLoss loss, float[] logits) {
    return loss.sum(ENTROPY, logits, loss.labels(logits.length), logits.length);
  }
}
