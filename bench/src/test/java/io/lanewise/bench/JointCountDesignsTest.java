package io.lanewise.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every design counts the same. */
class JointCountDesignsTest {

  @ParameterizedTest
  @ValueSource(strings = {"even", "skewed"})
  void everyDesignCountsEveryRow(String symbols) {
    assertCounts(symbols, JointCountDesigns::ints);
    assertCounts(symbols, JointCountDesigns::bytes);
    assertCounts(symbols, JointCountDesigns::oneTable);
    assertCounts(symbols, JointCountDesigns::twoTables);
    assertCounts(symbols, JointCountDesigns::fourTables);
    assertCounts(symbols, JointCountDesigns::twoPairs);
  }

  private static void assertCounts(String symbols, Consumer<JointCountDesigns> design) {
    JointCountDesigns designs = drawn(symbols);
    design.accept(designs);
    int pair = 0;
    for (int x = 0; x < JointCountDesigns.COLUMNS; x++) {
      for (int y = x + 1; y < JointCountDesigns.COLUMNS; y++) {
        assertArrayEquals(expected(designs, x, y), designs.counts(pair++), x + " and " + y);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"even", "skewed"})
  void triplesCoverEveryPair(String symbols) {
    JointCountDesigns designs = drawn(symbols);
    designs.triples();
    for (int x = 0; x < JointCountDesigns.COLUMNS; x++) {
      for (int y = x + 1; y < JointCountDesigns.COLUMNS; y++) {
        assertArrayEquals(expected(designs, x, y), designs.countsOfTriples(x, y));
      }
    }
  }

  private static JointCountDesigns drawn(String symbols) {
    JointCountDesigns designs = new JointCountDesigns();
    designs.symbols = symbols;
    designs.draw();
    return designs;
  }

  private static long[] expected(JointCountDesigns designs, int x, int y) {
    long[] counts = new long[256];
    for (int row = 0; row < JointCountDesigns.ROWS; row++) {
      counts[16 * designs.wide[x][row] + designs.wide[y][row]]++;
    }
    return counts;
  }
}
