package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Right answers, and how likely they are by chance. */
class GuessesTest {

  /** Relative, as documented. */
  private static final double ERROR = 1e-9;

  private static final MathContext DIGITS = new MathContext(60);

  @Test
  void theTailIsTheExactSumOfWholeNumbers() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      int m = 1 + random.nextInt(60);
      int rightReal = random.nextInt(m + 1);
      int wrong = random.nextInt(m + 1);
      double exact = exact(m, rightReal, wrong);
      assertEquals(exact, new Guesses(m, rightReal, wrong).pValue(), ERROR * exact);
    }
  }

  private static double exact(int m, int rightReal, int wrong) {
    int k = rightReal + wrong;
    BigInteger tail = BigInteger.ZERO;
    for (int x = rightReal; x <= Math.min(m, k); x++) {
      tail = tail.add(choose(m, x).multiply(choose(m, k - x)));
    }
    return new BigDecimal(tail).divide(new BigDecimal(choose(2 * m, k)), DIGITS).doubleValue();
  }

  private static BigInteger choose(int n, int k) {
    BigInteger product = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      product = product.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return product;
  }

  /** Terms by their ratios, in 60 digits, over the sum of all of them. */
  @ParameterizedTest
  @CsvSource({"5000, 2600, 2400", "100000, 50400, 50000", "100000, 51000, 49000", "20000, 12, 3"})
  void theTailOfManyRowsIsExactToo(int m, int rightReal, int wrong) {
    int k = rightReal + wrong;
    BigDecimal term = BigDecimal.ONE;
    BigDecimal all = BigDecimal.ZERO;
    BigDecimal tail = BigDecimal.ZERO;
    int least = Math.max(0, k - m);
    for (int x = least; x <= Math.min(m, k); x++) {
      all = all.add(term, DIGITS);
      tail = x >= rightReal ? tail.add(term, DIGITS) : tail;
      term =
          term.multiply(BigDecimal.valueOf((long) (m - x) * (k - x)), DIGITS)
              .divide(BigDecimal.valueOf((x + 1L) * (m - k + x + 1L)), DIGITS);
    }
    double exact = tail.divide(all, DIGITS).doubleValue();
    assertEquals(exact, new Guesses(m, rightReal, wrong).pValue(), ERROR * exact);
  }

  @Test
  void whoTakesAllRowsForOneSideIsRightByChance() {
    assertEquals(1, new Guesses(100, 100, 100).pValue());
    assertEquals(1, new Guesses(100, 0, 0).pValue());
    assertEquals(0.5, new Guesses(100, 0, 0).accuracy());
  }

  @Test
  void whoIsAlwaysRightHasOneChanceOfAll() {
    double exact = 1 / choose(16, 8).doubleValue();
    assertEquals(exact, new Guesses(8, 8, 0).pValue(), ERROR * exact);
    assertEquals(1, new Guesses(8, 8, 0).accuracy());
  }

  @Test
  void aLogitOfZeroIsTakenForGenerated() {
    Guesses guesses = Guesses.of(new float[] {0, -0f, 1}, new float[] {0, 2, -1});
    assertEquals(new Guesses(3, 1, 1), guesses);
    assertEquals(0.5, guesses.accuracy());
  }

  @Test
  void countsThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Guesses(0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Guesses(3, 4, 0));
    assertThrows(IllegalArgumentException.class, () -> new Guesses(3, 0, -1));
    assertThrows(IllegalArgumentException.class, () -> Guesses.of(new float[2], new float[3]));
  }
}
