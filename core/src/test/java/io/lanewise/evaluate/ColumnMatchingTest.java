package io.lanewise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.column.Schema;
import io.lanewise.profile.Treatment;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Columns are paired by name, then order; what cannot be scored is named with its reason. */
class ColumnMatchingTest {

  private static final Treatment AUTOMATIC = new Treatment.Automatic();

  @Test
  void columnsOfOneNameArePairedInTheirOrder() {
    ColumnMatching found =
        match(
            schema("a:INTEGER", "b:TEXT", "a:TEXT", ":DATE"),
            schema(":DATE", "a:FLOATING", "b:TEXT", "a:TEXT"));
    assertEquals(List.of("0-1", "1-2", "2-3", "3-0"), positions(found));
    assertEquals(List.of(), found.notScored());
  }

  @Test
  void columnsOfOneSideAreNamed() {
    ColumnMatching found =
        match(schema("a:INTEGER", "a:DATE", "b:TEXT"), schema("c:TEXT", "a:INTEGER", "d:DATE"));
    assertEquals(List.of("0-1"), positions(found));
    assertEquals(
        List.of(
            new NotScored("a", NotScored.Side.REAL, "date", "not in the generated data"),
            new NotScored("b", NotScored.Side.REAL, "text", "not in the generated data"),
            new NotScored("c", NotScored.Side.GENERATED, "text", "not in the real data"),
            new NotScored("d", NotScored.Side.GENERATED, "date", "not in the real data")),
        found.notScored());
  }

  /** Names come from the data. */
  @Test
  void aRefusalIsOneLine() {
    assertEquals("a\\u000db", new SelectionException("a\rb").getMessage());
  }

  @Test
  void whatCannotBeComparedIsNamedWithTheReason() {
    ColumnMatching found =
        match(
            schema("a:DATE", "b:NESTED", "c:NESTED", "d:INSTANT", "e:TEXT"),
            schema("a:TIMESTAMP", "b:NESTED", "c:TEXT", "d:TIMESTAMP", "e:BINARY"));
    assertEquals(List.of(), found.matches());
    NotScored.Side both = NotScored.Side.BOTH;
    assertEquals(
        List.of(
            new NotScored(
                "a",
                both,
                "date / timestamp",
                "a date cannot be compared with a timestamp without zone"),
            new NotScored("b", both, "nested", "nested types are not scored"),
            new NotScored("c", both, "nested / text", "nested types are not scored"),
            new NotScored(
                "d",
                both,
                "instant / timestamp",
                "a timestamp with zone cannot be compared with a timestamp without zone"),
            new NotScored("e", both, "text / binary", "a text cannot be compared with a binary")),
        found.notScored());
  }

  @Test
  void familiesCompareWithinTheirGroupAndWithNull() {
    for (Family a : Family.values()) {
      for (Family b : Family.values()) {
        boolean nested = a == Family.NESTED || b == Family.NESTED;
        boolean aNull = a == Family.NULL || b == Family.NULL;
        boolean alike = a == b || (isNumber(a) && isNumber(b));
        assertEquals(!nested && (aNull || alike), a.comparableWith(b), a + " with " + b);
      }
    }
  }

  private static boolean isNumber(Family family) {
    return family == Family.INTEGER || family == Family.FLOATING || family == Family.DECIMAL;
  }

  @Test
  void onlyWantedColumnsAreMatched() {
    Schema schema = schema("a:TEXT", "b:TEXT", "c:TEXT", "a:TEXT");
    assertEquals(
        List.of("0-0", "3-3"), positions(match(schema, schema, List.of("a"), List.of(), Map.of())));
    assertEquals(
        List.of("1-1", "2-2"), positions(match(schema, schema, List.of(), List.of("a"), Map.of())));
    ColumnMatching found =
        match(
            schema("a:TEXT", "b:TEXT"),
            schema("a:TEXT", "x:TEXT"),
            List.of("a"),
            List.of(),
            Map.of());
    assertEquals(List.of(), found.notScored());
  }

  @Test
  void aNameThatIsNotThereIsRefusedWithTheNearest() {
    Schema real = schema("income:TEXT", "age:INTEGER", "marital:TEXT");
    Schema generated = schema("income:TEXT", "hours_per_week:INTEGER");
    for (Map.Entry<String, String> entry :
        Map.of(
                "Incomes", "no column 'Incomes'; did you mean 'income'?",
                "ags", "no column 'ags'; did you mean 'age'?",
                "hours-per-week", "no column 'hours-per-week'; did you mean 'hours_per_week'?",
                "zzzzzz", "no column 'zzzzzz'; the data has income, age, marital, hours_per_week")
            .entrySet()) {
      String name = entry.getKey();
      List<ColumnSelection> selections =
          List.of(
              selection(List.of(name), List.of(), Map.of()),
              selection(List.of(), List.of(name), Map.of()),
              selection(List.of(), List.of(), Map.of(name, AUTOMATIC)));
      for (ColumnSelection selection : selections) {
        assertEquals(entry.getValue(), refusal(real, generated, selection));
      }
    }
    Schema wide =
        schema(IntStream.range(0, 30).mapToObj(i -> "column" + i + ":TEXT").toArray(String[]::new));
    String message = refusal(wide, wide, selection(List.of("?"), List.of(), Map.of()));
    assertEquals(true, message.endsWith("column10, column11 and 18 more"), message);
  }

  @Test
  void treatmentsThatCannotApplyAreRefused() {
    Treatment numbers = new Treatment.AsNumbers();
    Treatment edges = new Treatment.WithEdges(List.of(BigDecimal.ZERO, BigDecimal.TEN));
    for (Treatment treatment : List.of(numbers, edges)) {
      ColumnSelection selection = selection(List.of(), List.of(), Map.of("a", treatment));
      String message =
          "column 'a' cannot be binned: it is text, expected a number, a date or a time";
      assertEquals(message, refusal(schema("a:TEXT"), schema("a:TEXT"), selection));
      assertEquals(1, match(schema("a:DATE"), schema("a:NULL"), selection).matches().size());
      assertEquals(
          "column 'a' cannot be binned: it is null, expected a number, a date or a time",
          refusal(schema("a:NULL"), schema("a:INTEGER"), selection));
    }
    Treatment categories = new Treatment.AsCategories();
    for (Family family : Family.values()) {
      if (family != Family.NESTED) {
        Schema schema = schema("a:" + family);
        ColumnSelection selection = selection(List.of(), List.of(), Map.of("a", categories));
        assertEquals(categories, match(schema, schema, selection).matches().getFirst().treatment());
      }
    }
  }

  /** Before a row is read: fitting a large table takes a while. */
  @Test
  void edgesThatMakeNoBinsAreRefusedByColumn() {
    Schema schema = schema("a:INTEGER");
    assertEquals(
        "column 'a': edges must ascend: edge 0 is 2, edge 1 is 1",
        refusal(schema, schema, selection(List.of(), List.of(), Map.of("a", edges(2, 1)))));
    assertEquals(
        "column 'a': got 1 edges, expected 2 to 65535",
        refusal(schema, schema, selection(List.of(), List.of(), Map.of("a", edges(2)))));
  }

  private static Treatment edges(long... edges) {
    return new Treatment.WithEdges(Arrays.stream(edges).mapToObj(BigDecimal::valueOf).toList());
  }

  private static String refusal(Schema real, Schema generated, ColumnSelection selection) {
    return assertThrows(SelectionException.class, () -> match(real, generated, selection))
        .getMessage();
  }

  private static List<String> positions(ColumnMatching matching) {
    return matching.matches().stream()
        .map(match -> match.realPosition() + "-" + match.generatedPosition())
        .toList();
  }

  private static ColumnMatching match(Schema real, Schema generated) {
    return match(real, generated, ColumnSelection.ALL);
  }

  private static ColumnMatching match(
      Schema real,
      Schema generated,
      List<String> only,
      List<String> except,
      Map<String, Treatment> treatments) {
    return match(real, generated, selection(only, except, treatments));
  }

  private static ColumnMatching match(Schema real, Schema generated, ColumnSelection selection) {
    return ColumnMatching.of(real, generated, selection);
  }

  private static ColumnSelection selection(
      List<String> only, List<String> except, Map<String, Treatment> treatments) {
    return new ColumnSelection(only, except, treatments, AUTOMATIC);
  }

  /** Fields from "name:FAMILY". */
  private static Schema schema(String... fields) {
    return new Schema(Stream.of(fields).map(ColumnMatchingTest::field).toList());
  }

  private static Field field(String text) {
    int colon = text.indexOf(':');
    Family family = Family.valueOf(text.substring(colon + 1));
    String type = family.name().toLowerCase(Locale.ROOT);
    return new Field(text.substring(0, colon), ColumnType.of(type, family));
  }
}
