package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Closed forms of Gaussians, which binned ones approach from below as bins divide. */
class GaussianTest {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
  private static final NormalDistribution WIDE = NormalDistribution.of(0, 2);

  /** Of N(0, 1) from N(0, 2), deviations, and of the reverse: ln s + (1 - s^2)/2 of either. */
  private static final double KL = Math.log(2) + 0.125 - 0.5;

  private static final double REVERSE_KL = 2 - 0.5 - Math.log(2);

  /** By quadrature of 30 digits. */
  private static final double JS = 0.092733;

  private static final double RHO = 0.8;
  private static final double INFORMATION = -0.5 * Math.log(1 - RHO * RHO);

  @Test
  void theClosedFormsAreTheKnownNumbers() {
    assertEquals(0.318147, KL, 5e-7);
    assertEquals(0.806853, REVERSE_KL, 5e-7);
    assertEquals(0.510826, INFORMATION, 5e-7);
  }

  /** Bins of equal mass of the first one, as those of real data are. */
  @Test
  void divergencesAreApproachedFromBelow() {
    double lastKl = 0;
    double lastReverse = 0;
    double lastJs = 0;
    for (int bins = 4; bins <= 4096; bins *= 2) {
      double[] p = masses(STANDARD, bins);
      double[] q = masses(WIDE, bins);
      double kl = Divergence.klDivergence(p, q);
      double reverse = Divergence.klDivergence(q, p);
      double js = Divergence.jsDivergence(p, q);
      assertTrue(lastKl < kl && kl < KL, () -> "KL " + kl);
      assertTrue(lastReverse < reverse && reverse < REVERSE_KL, () -> "KL " + reverse);
      assertTrue(lastJs < js && js < JS + 5e-7, () -> "JS " + js);
      lastKl = kl;
      lastReverse = reverse;
      lastJs = js;
    }
    assertEquals(KL, lastKl, 1e-3);
    assertEquals(JS, lastJs, 2e-4);
    assertEquals(REVERSE_KL, lastReverse, 0.11);
  }

  @Tag("slow")
  @Test
  void informationIsApproachedFromBelow() {
    double last = 0;
    for (int cells = 2; cells <= 128; cells *= 2) {
      double information = information(cells);
      assertTrue(last < information && information < INFORMATION, () -> "I " + information);
      last = information;
    }
    assertEquals(INFORMATION, last, 5e-3);
    // Both signs: the orthant has the probability 1/4 + asin(rho) / 2 pi.
    double orthant = 0.25 + Math.asin(RHO) / (2 * Math.PI);
    double fourfold =
        2 * (orthant * Math.log(4 * orthant))
            + 2 * ((0.5 - orthant) * Math.log(4 * (0.5 - orthant)));
    assertEquals(fourfold, information(2), 1e-8);
  }

  private static double[] masses(NormalDistribution distribution, int bins) {
    double[] masses = new double[bins];
    for (int i = 0; i < bins; i++) {
      masses[i] = distribution.probability(edge(i, bins), edge(i + 1, bins));
    }
    return masses;
  }

  private static double edge(int i, int bins) {
    return STANDARD.inverseCumulativeProbability((double) i / bins);
  }

  private static double information(int cells) {
    double[] joint = new double[cells * cells];
    double[] independent = new double[cells * cells];
    for (int x = 0; x < cells; x++) {
      for (int y = 0; y < cells; y++) {
        joint[x * cells + y] = cell(x, y, cells);
      }
    }
    // Cells of equal mass on both axes.
    Arrays.fill(independent, 1);
    return Divergence.klDivergence(joint, independent);
  }

  /** Simpson's rule over x of the mass of y given x; what lies beyond 9 deviations is 1e-19. */
  private static double cell(int x, int y, int cells) {
    double from = Math.max(-9, edge(x, cells));
    double to = Math.min(9, edge(x + 1, cells));
    double deviation = Math.sqrt(1 - RHO * RHO);
    int steps = 400;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double at = from + (to - from) * i / steps;
      NormalDistribution given = NormalDistribution.of(RHO * at, deviation);
      double mass = given.probability(edge(y, cells), edge(y + 1, cells));
      int weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
      sum += weight * STANDARD.density(at) * mass;
    }
    return sum * (to - from) / (3 * steps);
  }
}
