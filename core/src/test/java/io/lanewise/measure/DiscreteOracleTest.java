package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * Every measure of a pair against values computed with 60 digits.
 *
 * <p>The oracle allows its cases an absolute slack and up to 1e-6 of relative error. Here no case
 * gets any: 2e-15 relative, from doubles and from counts alike, at KL = 1e-33 too.
 */
class DiscreteOracleTest {
  private static final double RELATIVE = 2e-15;

  @TestFactory
  Stream<DynamicTest> weightsAgreeWithTheOracle() {
    return OracleFile.cases("discrete.json").stream()
        .filter(node -> !node.get("dtype").textValue().equals("u64"))
        .filter(node -> !name(node).equals("tiny-tail"))
        .map(node -> DynamicTest.dynamicTest(name(node), () -> checkWeights(node, 1)));
  }

  @TestFactory
  Stream<DynamicTest> countsAgreeWithTheOracle() {
    return OracleFile.cases("discrete.json").stream()
        .filter(node -> node.get("dtype").textValue().equals("u64"))
        .map(node -> DynamicTest.dynamicTest(name(node), () -> checkCounts(node)));
  }

  @TestFactory
  Stream<DynamicTest> powersOfTwoChangeNoBit() {
    return OracleFile.cases("discrete.json").stream()
        .filter(node -> node.get("dtype").textValue().equals("f32"))
        .map(node -> DynamicTest.dynamicTest(name(node), () -> checkScaled(node)));
  }

  @TestFactory
  Stream<DynamicTest> nullsAreOneSymbol() {
    return OracleFile.cases("values.json").stream()
        .filter(node -> node.has("categories"))
        .map(node -> DynamicTest.dynamicTest(name(node), () -> checkCategories(node)));
  }

  @TestFactory
  Stream<DynamicTest> whatIsNoDistributionIsRefused() {
    return OracleFile.cases("reject.json").stream()
        .map(node -> DynamicTest.dynamicTest(name(node), () -> checkRefused(node)));
  }

  @Test
  void theOracleIsComplete() {
    assertEquals(35, OracleFile.cases("discrete.json").size());
    assertEquals(7, OracleFile.cases("reject.json").size());
  }

  /** The closed form of what the oracle calls tiny-tail, where 1 - p = 1e-100. */
  @Test
  void aTinyTailCounts() {
    double[] p = {1.0, 1e-300, 1e-200, 1e-100};
    double[] q = {1.0, 1e-100, 1e-200, 1e-300};
    double tailLog = 100 * Math.log(10);
    assertClose("H", 1e-100 * (tailLog + 1), Entropy.entropy(p));
    assertClose("CE", 1e-100 * (3 * tailLog + 1), Entropy.crossEntropy(p, q));
    assertClose("KL", 1e-100 * 2 * tailLog, Divergence.klDivergence(p, q));
    assertClose("JS", 1e-100 * Math.log(2), Divergence.jsDivergence(p, q));
  }

  private static void checkWeights(JsonNode node, double scale) {
    double[] p = scaled(node.get("p"), scale);
    double[] q = scaled(node.get("q"), scale);
    check(
        node.get("expected"),
        Entropy.entropy(p),
        Entropy.entropy(q),
        Entropy.crossEntropy(p, q),
        Entropy.crossEntropy(q, p),
        Divergence.klDivergence(p, q),
        Divergence.klDivergence(q, p),
        Divergence.jsDivergence(p, q));
  }

  private static void checkCounts(JsonNode node) {
    checkCounts(
        node.get("expected"), OracleFile.longs(node.get("p")), OracleFile.longs(node.get("q")));
  }

  private static void checkCounts(JsonNode expected, long[] p, long[] q) {
    check(
        expected,
        Entropy.entropy(p),
        Entropy.entropy(q),
        Entropy.crossEntropy(p, q),
        Entropy.crossEntropy(q, p),
        Divergence.klDivergence(p, q),
        Divergence.klDivergence(q, p),
        Divergence.jsDivergence(p, q));
  }

  private static void check(JsonNode expected, double... actual) {
    String[] names = {"H_p", "H_q", "CE_pq", "CE_qp", "KL_pq", "KL_qp", "JS"};
    List<Executable> checks = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      double value = actual[i];
      checks.add(() -> assertClose(name, OracleFile.number(expected.get(name).get("f64")), value));
    }
    assertAll(checks);
  }

  static void assertClose(String name, double expected, double actual) {
    String message = name + ": expected " + expected + ", is " + actual;
    if (expected == 0 || Double.isInfinite(expected)) {
      assertEquals(
          Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual), message);
    } else {
      double error = Math.abs(actual - expected) / expected;
      assertTrue(error <= RELATIVE, message + ", relative error " + error);
    }
  }

  private static void checkScaled(JsonNode node) {
    double[] p = OracleFile.doubles(node.get("p"));
    double[] q = OracleFile.doubles(node.get("q"));
    for (double scale : new double[] {0x1p-900, 0x1p-1, 0x1p3, 0x1p900}) {
      double[] scaled = scaled(node.get("p"), scale);
      assertEquals(Entropy.entropy(p), Entropy.entropy(scaled));
      assertEquals(Divergence.klDivergence(p, q), Divergence.klDivergence(scaled, q));
      assertEquals(Divergence.klDivergence(q, p), Divergence.klDivergence(q, scaled));
      assertEquals(Divergence.jsDivergence(p, q), Divergence.jsDivergence(scaled, q));
      assertEquals(Divergence.hellinger(p, q), Divergence.hellinger(scaled, q));
      assertEquals(Divergence.psi(p, q), Divergence.psi(scaled, q));
      checkWeights(node, scale);
    }
  }

  private static double[] scaled(JsonNode weights, double scale) {
    DoubleUnaryOperator times = weight -> weight * scale;
    return weights.valueStream().mapToDouble(OracleFile::number).map(times).toArray();
  }

  private static void checkCategories(JsonNode node) {
    List<String> categories =
        node.get("categories").valueStream().map(JsonNode::textValue).toList();
    checkCounts(
        node.get("expected_null_as_category"),
        countedBy(categories, node.get("real")),
        countedBy(categories, node.get("gen")));
  }

  private static long[] countedBy(List<String> categories, JsonNode values) {
    long[] counts = new long[categories.size()];
    values
        .valueStream()
        .map(value -> value.isNull() ? "None" : value.asText())
        .forEach(value -> counts[categories.indexOf(value)]++);
    assertEquals(values.size(), LongStream.of(counts).sum());
    return counts;
  }

  private static void checkRefused(JsonNode node) {
    double[] p = OracleFile.doubles(node.get("p"));
    double[] q = node.has("q") ? OracleFile.doubles(node.get("q")) : p.clone();
    List<Executable> measures =
        List.of(
            () -> Entropy.crossEntropy(p, q),
            () -> Divergence.klDivergence(p, q),
            () -> Divergence.jsDivergence(p, q),
            () -> Divergence.totalVariation(p, q),
            () -> Divergence.hellinger(p, q),
            () -> Divergence.psi(p, q),
            () -> Divergence.kolmogorovSmirnov(p, q));
    for (Executable measure : measures) {
      assertThrows(IllegalArgumentException.class, measure);
    }
    if (!node.has("q")) {
      assertThrows(IllegalArgumentException.class, () -> Entropy.entropy(p));
    }
  }

  private static String name(JsonNode node) {
    return node.get("id").textValue();
  }
}
