package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Expected values were computed with mpmath at 50 digits, from {@code -mean [y log D + (1-y)
 * log(1-D)]} and {@code V = sum y log D / sum y + sum (1-y) log(1-D) / sum (1-y)}, with {@code -log
 * D = log(1 + e^-z)}; the limit from the sample variances over the rows of each side. Tolerance:
 * the error of a term, 3.7e-16, and of a sum, 35 2^-53, add up to 4.3e-15 of sums of terms of one
 * sign; V + ln 4 may cancel, and gets that of V.
 */
class LogitStreamTest {

  private static final double ERROR = 4.3e-15;

  private static final double[] Z = {0.5, -1.25, 3, -40, 800, -0.0, 2, 1.5, -2, 0.25};
  private static final double[] Y = {1, 0, 1, 0, 1, 1, 0, 1, 0, 0};

  private static LogitStream.Result of(double[] z, double[] y) {
    LogitStream stream = new LogitStream(Kernels.scalar(), "z", "y");
    stream.add(z, y, z.length);
    return stream.result();
  }

  private static void assertNear(double expected, double found) {
    assertEquals(expected, found, ERROR * Math.abs(expected));
  }

  @Test
  void hardLabelsAgreeWithFiftyDigits() {
    LogitStream.Result result = of(Z, Y);
    assertNear(0.47489493176067077, result.crossEntropy());
    assertNear(-0.9497898635213415, result.value().orElseThrow());
    assertEquals(0.21825224879927452, result.jsLowerBound().orElseThrow(), ERROR);
    // Ten rows prove nothing: -0.12 below.
    assertEquals(0, result.jsLowerLimit().orElseThrow(), 0);
    assertEquals(5, result.real(), 0);
    assertEquals(5, result.generated(), 0);
    // The logit 0 is half right, 2 and 0.25 are wrong.
    assertEquals(0.75, result.accuracy(), 0);
  }

  @Test
  void aSureDiscriminatorProvesADistance() {
    double[] z = {6, 5, 4, 7, 6.5, -6, -5.5, -4, -7, -3};
    LogitStream.Result result = of(z, new double[] {1, 1, 1, 1, 1, 0, 0, 0, 0, 0});
    assertNear(0.0103957612511814, result.crossEntropy());
    assertNear(-0.0207915225023628, result.value().orElseThrow());
    assertEquals(0.6827514193087639, result.jsLowerBound().orElseThrow(), ERROR);
    assertEquals(0.6749077040360689, result.jsLowerLimit().orElseThrow(), ERROR);
    assertEquals(1, result.accuracy(), 0);
  }

  @Test
  void smoothedLabelsHaveAValueButProveNoDistance() {
    double[] y = Arrays.stream(Y).map(label -> label == 1 ? 0.9 : 0.1).toArray();
    LogitStream.Result result = of(Z, y);
    assertNear(8.934894931760669, result.crossEntropy());
    assertNear(-17.869789863521337, result.value().orElseThrow());
    assertTrue(result.jsLowerBound().isEmpty());
    assertTrue(result.jsLowerLimit().isEmpty());
  }

  @Test
  void withoutSkillTheValueIsMinusLn4() {
    LogitStream.Result result = of(new double[] {0, 0, 0}, new double[] {1, 1, 0});
    assertNear(Math.log(2), result.crossEntropy());
    assertNear(-2 * Math.log(2), result.value().orElseThrow());
    assertEquals(0, result.jsLowerBound().orElseThrow(), ERROR);
    assertEquals(0.5, result.accuracy(), 0);
  }

  @Test
  void infiniteLogitsAreFreeWhereTheyAreRight() {
    double inf = Double.POSITIVE_INFINITY;
    LogitStream.Result right = of(new double[] {inf, inf, -inf, -inf}, new double[] {1, 1, 0, 0});
    assertEquals(0, right.crossEntropy(), 0);
    assertEquals(0, right.value().orElseThrow(), 0);
    assertEquals(Math.log(2), right.jsLowerLimit().orElseThrow(), 0);
    for (double[] wrong : new double[][] {{-inf, 1}, {inf, 0}, {inf, 0.5}, {-inf, 0.25}}) {
      LogitStream.Result result = of(new double[] {wrong[0], 1, 1}, new double[] {wrong[1], 0, 1});
      assertEquals(inf, result.crossEntropy(), 0);
      assertEquals(-inf, result.value().orElseThrow(), 0);
      assertTrue(result.jsLowerBound().orElse(0) == 0);
      assertTrue(result.jsLowerLimit().orElse(0) == 0);
    }
  }

  /** Far beyond where D itself is 1 or 0 as a double. */
  @Test
  void sureLogitsKeepTheirDigits() {
    LogitStream.Result result = of(new double[] {100, 1e6}, new double[] {1, 0});
    assertNear((Math.exp(-100) + 1e6) / 2, result.crossEntropy());
    assertNear(Math.exp(-100), of(new double[] {100}, new double[] {1}).crossEntropy());
  }

  /** Of a block, of many, and of each side. */
  @Test
  void aMeanIsFiniteWhereTheSumIsNot() {
    for (int rows : new int[] {2, 512, 513, 2000}) {
      double[] z = new double[rows];
      double[] y = new double[rows];
      for (int i = 0; i < rows; i++) {
        z[i] = i % 2 == 0 ? 1e308 : -1e305;
        y[i] = i % 2;
      }
      double odd = Arrays.stream(y).sum();
      LogitStream.Result result = of(z, y);
      assertNear(1e308 * ((rows - odd) / rows) + 1e305 * (odd / rows), result.crossEntropy());
      assertNear(-1e308 - 1e305, result.value().orElseThrow());
      assertEquals(0, result.jsLowerLimit().orElseThrow(), 0);
    }
    double most = Double.MAX_VALUE;
    assertEquals(most, of(new double[] {-most, -most}, new double[] {1, 1}).crossEntropy(), 0);
    double inf = Double.POSITIVE_INFINITY;
    LogitStream.Result both = of(new double[] {most, -most, 0}, new double[] {0, 1, 1});
    assertNear(2 * (most / 3), both.crossEntropy());
    assertEquals(inf, of(new double[] {most, most, inf}, new double[3]).crossEntropy(), 0);
  }

  @Test
  void withoutOneSideThereIsNoValue() {
    LogitStream.Result result = of(new double[] {1, 2}, new double[] {1, 1});
    assertTrue(result.value().isEmpty());
    assertTrue(result.jsLowerBound().isEmpty());
    assertEquals(0, result.generated(), 0);
    LogitStream.Result generated = of(new double[] {1, 2}, new double[] {0, 0});
    assertTrue(generated.value().isEmpty());
    assertEquals(0, generated.real(), 0);
  }

  @Test
  void theLossIsSummedInBlocksFromTheFirstRow() {
    SplittableRandom random = new SplittableRandom(5);
    double[] z = random.doubles(1_300, -30, 30).toArray();
    double[] y = random.doubles(1_300).map(Math::rint).toArray();
    CompensatedSum sum = new CompensatedSum();
    for (int from = 0; from < z.length; from += 512) {
      int count = Math.min(512, z.length - from);
      sum.add(Kernels.scalar().binaryCrossEntropy().sum(z, from, y, from, count));
    }
    assertEquals(sum.value() / z.length, of(z, y).crossEntropy(), 0);
  }

  @Test
  void batchesDoNotChangeABit() {
    SplittableRandom random = new SplittableRandom(3);
    double[] z = random.doubles(5_000, -30, 30).toArray();
    double[] y = random.doubles(5_000).map(Math::rint).toArray();
    LogitStream.Result whole = of(z, y);
    for (int most : new int[] {1, 3, 511, 512, 513, 2000}) {
      LogitStream stream = new LogitStream(Kernels.installed(), "z", "y");
      for (int from = 0; from < z.length; ) {
        int to = Math.min(z.length, from + 1 + random.nextInt(most));
        stream.add(Arrays.copyOfRange(z, from, to), Arrays.copyOfRange(y, from, to), to - from);
        from = to;
      }
      assertEquals(whole, stream.result());
    }
  }

  /** The lower limit of equal rows is above 0 in at most 5 % of trials: chance, three of its sd. */
  @Test
  void theLimitHoldsUnderEquality() {
    SplittableRandom random = new SplittableRandom(4);
    int trials = 1000;
    int above = 0;
    for (int trial = 0; trial < trials; trial++) {
      LogitStream stream = new LogitStream(Kernels.scalar(), "z", "y");
      for (int row = 0; row < 400; row++) {
        stream.add(new double[] {0.2 * random.nextGaussian()}, new double[] {row % 2}, 1);
      }
      above += stream.result().jsLowerLimit().orElseThrow() > 0 ? 1 : 0;
    }
    double most = 0.05 + 3 * Math.sqrt(0.05 * 0.95 / trials);
    assertTrue(above <= most * trials, above + " of " + trials);
  }

  @Test
  void whatIsNoLogitOrLabelIsRefused() {
    refuses("row 1, column 'z': NaN, expected a logit", new double[] {0, Double.NaN}, 1, 1);
    refuses("row 0, column 'y': 1.5, expected a label from 0 to 1", new double[] {0, 0}, 1.5, 1);
    refuses("row 1, column 'y': -1.0, expected a label from 0 to 1", new double[] {0, 0}, 0, -1);
    refuses("row 0, column 'y': NaN, expected a label from 0 to 1", new double[] {0}, Double.NaN);
    refuses("0 rows, expected at least 1", new double[0]);
  }

  private static void refuses(String message, double[] z, double... y) {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> of(z, y));
    assertEquals(message, refusal.getMessage());
  }
}
