package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.gan.layer.LayerSpec;
import io.lanewise.gan.layer.Network;
import io.lanewise.kernel.Activation;
import io.lanewise.kernel.Kernels;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Optimizers whose rates fall. */
class LearnerTest {

  private static final float[][] GRADIENT = {{2, 2}};

  /** Of floats near 1, at two roundings a step. */
  private static final double TOLERANCE = 8 * Math.ulp(1f);

  @Test
  void ratesFallWithTheRootOfTheStepAfterTheSteadyOnes() {
    GanSettings settings = GanSettings.MANY_ROWS;
    long steady = settings.steadySteps();
    assertEquals(1, settings.rateShare(1));
    assertEquals(1, settings.rateShare(steady));
    assertEquals(0.5, settings.rateShare(4 * steady));
    assertEquals(0.1, settings.rateShare(100 * steady));
  }

  @Test
  void descentMovesByTheRateThatIsLeft() {
    assertEquals(2 * 0.25, moved(new Optimizer.Sgd(0.25, 0), 1, 1), TOLERANCE);
    assertEquals(2 * 0.25 * 0.5, moved(new Optimizer.Sgd(0.25, 0), 1, 0.5), TOLERANCE);
  }

  /** Where the gradient is always the same, Adam moves by its rate. */
  @Test
  void adamMovesByTheRateThatIsLeft() {
    Optimizer adam = Optimizer.Adam.of(0.25, 0);
    for (long t : LongStream.rangeClosed(1, 5).toArray()) {
      assertEquals(t * 0.25, moved(adam, t, 1), t * TOLERANCE);
      assertEquals(t * 0.25 * 0.3, moved(adam, t, 0.3), t * TOLERANCE);
    }
  }

  /** How far down a parameter goes in some steps. */
  private static double moved(Optimizer optimizer, long steps, double rateShare) {
    Network network =
        Network.initial(
            1, List.of(new LayerSpec.Dense(1, Activation.IDENTITY)), new RandomNumbers(1).next());
    Learner learner = new Learner(network, optimizer, Kernels.scalar().adamStep());
    float before = network.parameters()[1];
    for (long t = 1; t <= steps; t++) {
      learner.begin(t, rateShare);
      learner.step(GRADIENT, 0, 2);
    }
    return before - network.parameters()[1];
  }
}
