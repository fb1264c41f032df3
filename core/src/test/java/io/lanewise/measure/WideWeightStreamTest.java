package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Weights of any width against arrays of the same weights; each side errs by at most 2e-15. */
class WideWeightStreamTest {

  private static final double ERROR = 4e-15;

  private static final long[] P = {5, 0, 70, 1, 24, 3};
  private static final long[] Q = {7, 2, 50, 1, 30, 9};

  /** Far beyond what a long or the exact part of a double holds. */
  private static final BigInteger SCALE = BigInteger.TEN.pow(40).add(BigInteger.ONE);

  @Test
  void resultsAreThoseOfTheSameShares() {
    check(wide(P, BigInteger.ONE), wide(Q, BigInteger.ONE));
    check(wide(P, SCALE), wide(Q, BigInteger.ONE));
    check(wide(P, SCALE), wide(Q, SCALE));
  }

  @Test
  void disjointColumnsAreExactlyLn2Apart() {
    WeightStream.Result result =
        stream(wide(new long[] {3, 0, 5}, SCALE), wide(new long[] {0, 7, 0}, SCALE));
    assertEquals(Divergence.LN2, result.js());
    assertEquals(1.0, result.totalVariation());
  }

  @Test
  void bothWalksHaveTheSameRows() {
    BigInteger[] one = {BigInteger.ONE};
    WideWeightStream.Totals totals = new WideWeightStream.Totals("p", "q");
    totals.add(one, one, 1);
    WideWeightStream terms = totals.terms();
    assertEquals(
        "the second walk lacks 1 rows of the first",
        assertThrows(IllegalStateException.class, terms::result).getMessage());
    terms.add(one, one, 1);
    assertEquals(
        "the second walk has 1 rows more than the first",
        assertThrows(IllegalStateException.class, () -> terms.add(one, one, 1)).getMessage());
  }

  private static void check(BigInteger[] p, BigInteger[] q) {
    WeightStream.Result result = stream(p, q);
    assertNear(Entropy.entropy(P), result.entropyP());
    assertNear(Entropy.entropy(Q), result.entropyQ());
    assertNear(Entropy.crossEntropy(P, Q), result.crossEntropy());
    assertNear(Divergence.klDivergence(P, Q), result.klPq());
    assertEquals(Double.POSITIVE_INFINITY, result.klQp());
    assertNear(Divergence.jsDivergence(P, Q), result.js());
    assertNear(Divergence.totalVariation(P, Q), result.totalVariation());
    assertNear(Divergence.klDivergence(P, Q), stream(q, p).klQp());
  }

  private static void assertNear(double expected, double actual) {
    assertEquals(expected, actual, ERROR * expected);
  }

  private static WeightStream.Result stream(BigInteger[] p, BigInteger[] q) {
    WideWeightStream.Totals totals = new WideWeightStream.Totals("p", "q");
    totals.add(p, q, p.length);
    WideWeightStream terms = totals.terms();
    terms.add(p, q, 2);
    terms.add(Arrays.copyOfRange(p, 2, p.length), Arrays.copyOfRange(q, 2, q.length), p.length - 2);
    return terms.result();
  }

  private static BigInteger[] wide(long[] weights, BigInteger scale) {
    return Arrays.stream(weights)
        .mapToObj(weight -> BigInteger.valueOf(weight).multiply(scale))
        .toArray(BigInteger[]::new);
  }
}
