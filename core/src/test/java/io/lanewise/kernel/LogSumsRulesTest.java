package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The scalar sums against one formula after the other, for part of an array. */
class LogSumsRulesTest {

  /** Sums of 40 terms, and their logarithms. */
  private static final double ERROR = 1e-14;

  private static final int FROM = 3;
  private static final int TO = 43;

  private final LogSums sums = Kernels.scalar().logSums();
  private final double[] c = weights(7);
  private final double[] d = weights(11);
  private final Total cTotal = new Total(total(c), 0);
  private final Total dTotal = new Total(total(d), 0);

  @Test
  void entropyIsTheSumOfItsTerms() {
    double expected = sum(i -> -p(i) * Math.log(p(i)));
    assertEquals(expected, sums.entropy(c, FROM, TO, cTotal), ERROR);
  }

  @Test
  void crossEntropyIsTheSumOfItsTerms() {
    double expected = sum(i -> -p(i) * Math.log(q(i)));
    assertEquals(expected, sums.crossEntropy(c, d, FROM, TO, cTotal, dTotal), ERROR);
  }

  /** Over part of the symbols the shares do not add up to 1, so their difference stays. */
  @Test
  void klDivergenceIsTheSumOfItsTerms() {
    double expected = sum(i -> p(i) * Math.log(p(i) / q(i)) + q(i) - p(i));
    assertEquals(expected, sums.klDivergence(c, d, FROM, TO, cTotal, dTotal), ERROR);
  }

  @Test
  void jsDivergenceIsTheSumOfItsTerms() {
    double expected =
        sum(
            i ->
                0.5 * p(i) * Math.log(2 * p(i) / (p(i) + q(i)))
                    + 0.5 * q(i) * Math.log(2 * q(i) / (p(i) + q(i))));
    assertEquals(expected, sums.jsDivergence(c, d, FROM, TO, cTotal, dTotal), ERROR);
  }

  /** A total has a lower part where it does not fit a double: one weight is all but 2^-60 of it. */
  @Test
  void theLowerPartOfATotalIsWhatIsLeft() {
    Total total = new Total(1, 0x1p-60);
    double left = 0x1p-60;
    assertEquals(left, sums.entropy(new double[] {1}, 0, 1, total), 1e-15 * left);
    assertEquals(
        left,
        sums.crossEntropy(new double[] {1}, new double[] {1}, 0, 1, total, total),
        1e-15 * left);
  }

  private double p(int i) {
    return c[i] / cTotal.hi();
  }

  private double q(int i) {
    return d[i] / dTotal.hi();
  }

  private static double sum(IntToDoubleFunction term) {
    double sum = 0;
    for (int i = FROM; i < TO; i++) {
      sum += term.applyAsDouble(i);
    }
    return sum;
  }

  private static double[] weights(int step) {
    double[] weights = new double[50];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 + i * step % 17;
    }
    return weights;
  }

  private static double total(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    return total;
  }
}
