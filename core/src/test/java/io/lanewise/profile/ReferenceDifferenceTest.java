package io.lanewise.profile;

import static io.lanewise.profile.Types.FLOAT64;
import static io.lanewise.profile.Types.INT64;
import static io.lanewise.profile.Types.UTF8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.column.ColumnType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The first thing in which two references differ is named with both values. */
class ReferenceDifferenceTest {

  private static final Bins BINS = bins("0", "1", "2");
  private static final ReferenceColumn FIRST = new ReferenceColumn("a", 0, INT64, BINS, false);
  private static final ReferenceColumn THIRD = new ReferenceColumn("c", 0, INT64, BINS, false);
  private static final ReferenceColumn SECOND =
      new ReferenceColumn("b", 0, UTF8, categories("u", "v"), false);
  private static final Coarsening TWO = new Coarsening(new byte[] {0, 1}, 2);
  private static final Coarsening OTHER_TWO = new Coarsening(new byte[] {1, 0}, 2);
  private static final Coarsening THREE = new Coarsening(new byte[] {0, 1, 2}, 3);

  private static Bins bins(String... edges) {
    return new Bins(Stream.of(edges).map(BigDecimal::new).toList(), INT64);
  }

  private static Categories categories(String... values) {
    return new Categories(Stream.of(values).map(Symbol::of).toList());
  }

  private static Reference of(ReferenceColumn... columns) {
    return new Reference(List.of(columns));
  }

  private static Reference first(
      String name, int occurrence, ColumnType type, Binning binning, boolean identifier) {
    return of(new ReferenceColumn(name, occurrence, type, binning, identifier), SECOND);
  }

  private static Reference second(String... values) {
    return of(FIRST, new ReferenceColumn("b", 0, UTF8, categories(values), false));
  }

  private static void assertDifference(String words, Reference a, Reference b) {
    assertEquals(Optional.of(words), a.difference(b));
  }

  @Test
  void equalReferencesDoNotDiffer() {
    assertEquals(Optional.empty(), of(FIRST, SECOND).difference(second("u", "v")));
    assertEquals(Optional.empty(), of().difference(of()));
  }

  @Test
  void columnsDifferInWhatTheyAre() {
    Reference a = of(FIRST, SECOND);
    assertDifference("column 'a' and column 'b' at one place", a, of(SECOND, FIRST));
    assertDifference(
        "column 'a' and column 'a' at one place", a, first("a", 1, INT64, BINS, false));
    assertDifference("column 'a' is int64 and float64", a, first("a", 0, FLOAT64, BINS, false));
    assertDifference(
        "column 'a' is marked as an identifier in one of them only",
        a,
        first("a", 0, INT64, BINS, true));
    assertDifference(
        "column 'a' is binned in one of them only",
        a,
        first("a", 0, INT64, categories("u"), false));
    assertDifference(
        "column 'a' is binned in one of them only",
        first("a", 0, INT64, categories("u"), false),
        a);
  }

  @Test
  void columnsDifferInTheirSymbols() {
    Reference a = of(FIRST, SECOND);
    assertDifference(
        "column 'a' has 2 bins and 3", a, first("a", 0, INT64, bins("0", "1", "2", "3"), false));
    assertDifference(
        "column 'a' has other edges: edge 0 is 0 and -1",
        a,
        first("a", 0, INT64, bins("-1", "1", "2"), false));
    assertDifference(
        "column 'a' has other edges: edge 2 is 2 and 4",
        a,
        first("a", 0, INT64, bins("0", "1", "4"), false));
    // Equal numbers that a file writes otherwise: the last edge is named for want of a better one.
    assertDifference(
        "column 'a' has other edges: edge 2 is 2 and 2.0",
        a,
        first("a", 0, INT64, bins("0", "1", "2.0"), false));
    assertDifference("column 'b' lists 2 values and 1", a, second("u"));
    assertDifference("column 'b' lists other values: 'u' and 't'", a, second("t", "v"));
    assertDifference("column 'b' lists other values: 'v' and 'w'", a, second("u", "w"));
  }

  @Test
  void oneMoreColumnIsNamedWhoeverHasIt() {
    String words = "%d columns and %d columns, column 'b' in one of them only";
    assertDifference(words.formatted(2, 1), of(FIRST, SECOND), of(FIRST));
    assertDifference(words.formatted(1, 2), of(FIRST), of(FIRST, SECOND));
  }

  private static Reference paired(Coarsening x, Coarsening y, ColumnPair... pairs) {
    return new Reference(
        List.of(FIRST, SECOND, THIRD), new PairSpace(List.of(x, y, TWO), List.of(pairs)));
  }

  @Test
  void pairsDifferInNumberSymbolsAndColumns() {
    ColumnPair pair = new ColumnPair(0, 1);
    ColumnPair other = new ColumnPair(1, 2);
    Reference a = paired(TWO, TWO, pair);
    assertEquals(Optional.empty(), a.difference(paired(TWO, TWO, pair)));
    assertDifference("1 pairs of columns and 2", a, paired(TWO, TWO, pair, other));
    assertDifference(
        "column 'b' is joined in its pairs to 2 symbols and to 3 other ones",
        a,
        paired(TWO, THREE, pair));
    assertDifference(
        "column 'a' is joined in its pairs to 2 symbols and to 2 other ones",
        a,
        paired(OTHER_TWO, THREE, pair));
    assertDifference("other pairs of columns, 1 in each", a, paired(TWO, TWO, other));
  }
}
