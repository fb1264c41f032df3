package io.lanewise.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The measures of a table against values computed with 60 digits, without any absolute slack. */
class JointOracleTest {

  @TestFactory
  Stream<DynamicTest> tablesAgreeWithTheOracle() {
    return OracleFile.cases("joint.json").stream()
        .map(node -> DynamicTest.dynamicTest(node.get("id").textValue(), () -> check(node, 1)));
  }

  /** The same tables times 2^20, through exact integers where the total passes 2^53. */
  @TestFactory
  Stream<DynamicTest> largerTablesAgreeToo() {
    return OracleFile.cases("joint.json").stream()
        .flatMap(
            node ->
                Stream.of(1L << 20, 1L << 22, 1L << 52)
                    .filter(factor -> fits(node, factor))
                    .map(
                        factor ->
                            DynamicTest.dynamicTest(
                                node.get("id").textValue() + " times " + factor,
                                () -> check(node, factor))));
  }

  private static void check(JsonNode node, long factor) {
    int rows = node.get("rows").intValue();
    int columns = node.get("cols").intValue();
    long[] counts = cells(node).map(count -> count * factor).toArray();
    JsonNode expected = node.get("expected");
    double hx = expected(expected, "H_x");
    double hy = expected(expected, "H_y");
    double mutual = Dependence.mutualInformation(counts, rows, columns);
    double yGivenX = Dependence.conditionalEntropyYGivenX(counts, rows, columns);
    double xGivenY = Dependence.conditionalEntropyXGivenY(counts, rows, columns);
    assertClose("H_xy", expected, Dependence.jointEntropy(counts, rows, columns));
    assertClose("H_y_given_x", expected, yGivenX);
    assertClose("H_x_given_y", expected, xGivenY);
    assertClose("MI", expected, mutual);
    assertEquals(yGivenX + xGivenY, Dependence.variationOfInformation(counts, rows, columns));
    var normalized = Dependence.normalizedMutualInformation(counts, rows, columns);
    assertEquals(hx + hy > 0, normalized.isPresent());
    normalized.ifPresent(
        value -> DiscreteOracleTest.assertClose("NMI", 2 * mutual / (hx + hy), value));
  }

  private static void assertClose(String name, JsonNode expected, double actual) {
    DiscreteOracleTest.assertClose(name, expected(expected, name), actual);
  }

  private static double expected(JsonNode expected, String name) {
    return OracleFile.number(expected.get(name).get("f64"));
  }

  private static LongStream cells(JsonNode node) {
    return node.get("counts")
        .valueStream()
        .flatMap(JsonNode::valueStream)
        .map(JsonNode::asText)
        .mapToLong(Long::parseLong);
  }

  private static boolean fits(JsonNode node, long factor) {
    return cells(node).max().orElseThrow() <= Long.MAX_VALUE / factor;
  }
}
