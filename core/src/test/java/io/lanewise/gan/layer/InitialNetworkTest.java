package io.lanewise.gan.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.gan.Deciles;
import io.lanewise.kernel.Activation;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Test;

/** The first weights of a network, by the activation behind them. */
class InitialNetworkTest {

  private static final int INPUTS = 300;
  private static final int UNITS = 200;

  private static void check(Activation activation, ContinuousDistribution expected) {
    // Another layer before it, so that it is the width of its own inputs that counts.
    List<LayerSpec> layers =
        List.of(
            new LayerSpec.Dense(INPUTS, Activation.TANH), new LayerSpec.Dense(UNITS, activation));
    float[] parameters =
        Network.initial(5, layers, RandomSource.XO_SHI_RO_256_PP.create(3L)).parameters();
    int from = (int) layers.getFirst().parameters(5);
    int biases = from + INPUTS * UNITS;
    Deciles.check(Arrays.copyOfRange(parameters, from, biases), expected);
    for (int k = biases; k < parameters.length; k++) {
      assertEquals(0, parameters[k]);
    }
  }

  /** K. He et al., ICCV (2015), (10): variance 2 / inputs. */
  @Test
  void rectifiedLayersBeginAsHeEtAlDo() {
    ContinuousDistribution he = NormalDistribution.of(0, Math.sqrt(2.0 / INPUTS));
    check(Activation.RELU, he);
    check(Activation.leakyRelu(0.2f), he);
  }

  /** X. Glorot, Y. Bengio, AISTATS (2010), (16). */
  @Test
  void othersBeginAsGlorotAndBengioDo() {
    double bound = Math.sqrt(6.0 / (INPUTS + UNITS));
    ContinuousDistribution glorot = UniformContinuousDistribution.of(-bound, bound);
    check(Activation.IDENTITY, glorot);
    check(Activation.SIGMOID, glorot);
    check(Activation.TANH, glorot);
  }
}
