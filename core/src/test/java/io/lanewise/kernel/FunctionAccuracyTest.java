package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** How far the functions of one number are from the truth. */
class FunctionAccuracyTest {
  private static final long SEED = 20261124;

  /** 2^-35 units in the last place of a double: nothing beside what is measured. */
  private static final double REFERENCE_ERROR = 0x1p-88;

  private final Random random = new Random(SEED);

  @Test
  void theReferenceAgreesWithFortyDigits() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/oracle/functions.json")) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in));
      assertTrue(root.get("cases").size() > 100);
      root.get("cases").forEach(FunctionAccuracyTest::checkReference);
    }
  }

  private static void checkReference(JsonNode node) {
    double x = Double.parseDouble(node.get("x").textValue());
    BigDecimal value = new BigDecimal(node.get("value").textValue());
    String function = node.get("function").textValue();
    DoubleDouble reference =
        switch (function) {
          case "exp" -> DoubleDouble.expFraction(x);
          case "log" -> x < Double.MIN_NORMAL ? subnormalLog(x) : DoubleDouble.of(x).log();
          case "log1p" -> DoubleDouble.log1p(x);
          default -> throw new IllegalStateException(function);
        };
    BigDecimal sum = new BigDecimal(reference.hi()).add(new BigDecimal(reference.lo()));
    int exponent = function.equals("exp") ? DoubleDouble.exponent(x) : 0;
    BigDecimal power = new BigDecimal(2).pow(Math.abs(exponent));
    BigDecimal scaled =
        exponent < 0 ? value.multiply(power) : value.divide(power, 400, RoundingMode.HALF_EVEN);
    double error = scaled.subtract(sum).abs().doubleValue();
    assertTrue(
        error <= REFERENCE_ERROR * Math.abs(scaled.doubleValue()),
        () -> function + " of " + x + ": " + sum + ", expected " + scaled);
  }

  private static DoubleDouble subnormalLog(double x) {
    DoubleDouble ln2 = DoubleDouble.of(2).log();
    return DoubleDouble.of(Math.scalb(x, 60)).log().plus(ln2.times(-60));
  }

  @Test
  void expOfDoublesIsWithinItsBound(TestReporter reporter) {
    WorstError worst = WorstError.ofDoubles("exp");
    for (int i = 0; i < ContractSize.points(); i++) {
      double x = i % 2 == 0 ? -745.13 + 1454.9 * random.nextDouble() : random.nextGaussian();
      worst.see(x, DoubleFunctions.exp(x), DoubleDouble.expFraction(x), DoubleDouble.exponent(x));
    }
    reporter.publishEntry(worst.toString());
    worst.assertAtMost(1.1);
  }

  @Test
  void logOfDoublesIsWithinItsBound(TestReporter reporter) {
    WorstError worst = WorstError.ofDoubles("log");
    for (int i = 0; i < ContractSize.points(); i++) {
      double x =
          switch (i % 4) {
            case 0 -> Math.abs(Double.longBitsToDouble(random.nextLong()));
            case 1 -> 1 + Math.scalb(random.nextDouble() - 0.5, -random.nextInt(53));
            default -> Math.exp(random.nextGaussian());
          };
      if (x > 0 && x < Double.POSITIVE_INFINITY) {
        DoubleDouble exact = x < Double.MIN_NORMAL ? subnormalLog(x) : DoubleDouble.of(x).log();
        worst.see(x, DoubleFunctions.log(x), exact);
      }
    }
    reporter.publishEntry(worst.toString());
    worst.assertAtMost(1.1);
  }

  @Test
  void log1pOfDoublesIsWithinItsBound(TestReporter reporter) {
    WorstError worst = WorstError.ofDoubles("log1p");
    for (int i = 0; i < ContractSize.points(); i++) {
      double x =
          switch (i % 4) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> Math.scalb(random.nextDouble() - 0.5, -random.nextInt(1000));
            default -> Math.expm1(random.nextGaussian());
          };
      if (x > -1 && x < Double.POSITIVE_INFINITY) {
        worst.see(x, DoubleFunctions.log1p(x), DoubleDouble.log1p(x));
      }
    }
    reporter.publishEntry(worst.toString());
    worst.assertAtMost(2);
  }

  @Test
  void functionsOfFloatsAreWithinTheirBounds(TestReporter reporter) {
    WorstError exp = WorstError.ofFloats("exp");
    WorstError log = WorstError.ofFloats("log");
    WorstError log1p = WorstError.ofFloats("log1p");
    for (int i = 0; i < ContractSize.points(); i++) {
      float x = argument(i);
      if (x < 88.7f && x > -150) {
        exp.see(x, FloatFunctions.exp(x), DoubleDouble.expFraction(x), DoubleDouble.exponent(x));
      }
      if (x != 0 && !Float.isInfinite(x)) {
        float size = Math.abs(x);
        log.see(size, FloatFunctions.log(size), DoubleDouble.of(size).log());
      }
      if (x > -1 && x < Float.POSITIVE_INFINITY) {
        log1p.see(x, FloatFunctions.log1p(x), DoubleDouble.log1p(x));
      }
    }
    reporter.publishEntry(exp + "; " + log + "; " + log1p);
    exp.assertAtMost(1);
    log.assertAtMost(1);
    log1p.assertAtMost(1.5);
  }

  @Test
  void activationsAreWithinTheirBounds(TestReporter reporter) {
    WorstError sigmoid = WorstError.ofFloats("sigmoid");
    WorstError tanh = WorstError.ofFloats("tanh");
    WorstError softplus = WorstError.ofFloats("softplus");
    WorstError gap = WorstError.ofFloats("1 - e^-a");
    for (int i = 0; i < ContractSize.points(); i++) {
      float x = argument(i);
      if (Math.abs(x) < 150) {
        DoubleDouble e = exp(x);
        sigmoid.see(x, ActivationTerms.sigmoid(x), e.times(e.plus(1).inverse()));
        DoubleDouble positive = x > 0 ? DoubleDouble.log1p(exp(-x).hi()).plus(x) : log1p(e);
        softplus.see(x, ActivationTerms.softplus(x), positive);
        tanh.see(x, ActivationTerms.tanh(x), tanh(x));
        DoubleDouble minus = gap(Math.abs(x));
        gap.see(x, ActivationTerms.oneMinusExp(Math.abs(x)), minus);
      }
    }
    reporter.publishEntry(sigmoid + "; " + tanh + "; " + softplus + "; " + gap);
    sigmoid.assertAtMost(2);
    tanh.assertAtMost(2);
    softplus.assertAtMost(2);
    gap.assertAtMost(2);
  }

  @Test
  void exponentialsOfDifferencesAreWithinTheirBound(TestReporter reporter) {
    WorstError worst = WorstError.ofFloats("exp(x - m)");
    for (int i = 0; i < ContractSize.points(); i++) {
      float m = (float) (random.nextGaussian() * Math.scalb(1.0, random.nextInt(12)));
      float x = m - 120 * random.nextFloat();
      double difference = (double) x - m;
      int exponent = DoubleDouble.exponent(difference);
      float e = ActivationTerms.expOfDifference(x, m);
      worst.see(difference, e, DoubleDouble.expFraction(difference), exponent);
    }
    reporter.publishEntry(worst.toString());
    worst.assertAtMost(1);
  }

  /** e^x with the power of two applied: for exponents that a double has. */
  private static DoubleDouble exp(double x) {
    return DoubleDouble.expFraction(x).times(Math.scalb(1.0, DoubleDouble.exponent(x)));
  }

  private static DoubleDouble log1p(DoubleDouble e) {
    // The rounding of e to double is 2^-53 of it, nothing beside a float's 2^-24.
    return DoubleDouble.log1p(e.hi());
  }

  /** 1 - e^-a; a series where the difference would cancel. */
  private static DoubleDouble gap(double a) {
    if (a < 0x1p-10) {
      return DoubleDouble.of(a * (1 - a / 2 * (1 - a / 3 * (1 - a / 4 * (1 - a / 5)))));
    }
    return exp(-a).negative().plus(1);
  }

  private static DoubleDouble tanh(double x) {
    double a = Math.abs(x);
    DoubleDouble up = gap(2 * a);
    DoubleDouble size = up.times(up.negative().plus(2).inverse());
    return x < 0 ? size.negative() : size;
  }

  /** Any float but NaN, one of ordinary size, one near a float of few bits. */
  private float argument(int i) {
    float any = Float.intBitsToFloat(random.nextInt());
    return switch (i % 4) {
      case 0 -> Float.isNaN(any) ? 0.5f : any;
      case 1 -> 220 * random.nextFloat() - 110;
      default -> (float) (4 * random.nextGaussian());
    };
  }

  @Test
  void specialValuesAreExact() {
    for (double zero : new double[] {0.0, -0.0}) {
      assertEquals(1.0, DoubleFunctions.exp(zero));
      assertEquals(Double.NEGATIVE_INFINITY, DoubleFunctions.log(zero));
      assertEquals(zero, DoubleFunctions.log1p(zero));
      assertEquals(1f, FloatFunctions.exp((float) zero));
      assertEquals(Float.NEGATIVE_INFINITY, FloatFunctions.log((float) zero));
      assertEquals((float) zero, FloatFunctions.log1p((float) zero));
      assertEquals(0.5f, ActivationTerms.sigmoid((float) zero));
      assertEquals((float) zero, ActivationTerms.tanh((float) zero));
    }
    assertEquals(0.0, DoubleFunctions.log(1));
    assertEquals(0f, FloatFunctions.log(1));
    assertEquals(Double.NEGATIVE_INFINITY, DoubleFunctions.log1p(-1));
    assertEquals(Double.POSITIVE_INFINITY, DoubleFunctions.exp(0x1.62e42fefa39f0p9));
    assertEquals(Double.MIN_VALUE, DoubleFunctions.exp(-745.1332191019411));
    assertEquals(0.0, DoubleFunctions.exp(-745.1332191019413));
    assertEquals(Float.POSITIVE_INFINITY, FloatFunctions.exp(0x1.62e43p6f));
    assertEquals(Float.MIN_VALUE, ActivationTerms.sigmoid(-103.9f));
    assertEquals(Float.MIN_VALUE, ActivationTerms.softplus(-103.9f));
    assertEquals(Float.MIN_VALUE, ActivationTerms.tanh(Float.MIN_VALUE));
    assertEquals(1f, ActivationTerms.tanh(Float.POSITIVE_INFINITY));
    assertEquals(0f, ActivationTerms.sigmoid(Float.NEGATIVE_INFINITY));
    assertEquals(1f, ActivationTerms.sigmoid(Float.POSITIVE_INFINITY));
    assertEquals(Float.POSITIVE_INFINITY, ActivationTerms.softplus(Float.POSITIVE_INFINITY));
  }

  @Test
  void tanhIsOddInEveryBit() {
    for (int i = 0; i < ContractSize.points(); i++) {
      float x = argument(i);
      assertEquals(-ActivationTerms.tanh(x), ActivationTerms.tanh(-x));
    }
  }
}
