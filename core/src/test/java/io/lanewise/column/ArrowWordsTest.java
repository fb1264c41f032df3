package io.lanewise.column;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Words of Arrow have one meaning; what is not known may mean anything. */
class ArrowWordsTest {

  private static void assertType(String name, Family family, String step) {
    ColumnType expected = new ColumnType(name, family, new BigDecimal(step));
    assertEquals(Optional.of(expected), ArrowWords.type(name));
    assertDoesNotThrow(() -> ArrowWords.check(expected));
  }

  @Test
  void wordsTellFamilyAndStep() {
    assertType("uint8", Family.INTEGER, "1");
    assertType("float16", Family.FLOATING, "1");
    assertType("bool", Family.BOOLEAN, "1");
    assertType("utf8_view", Family.TEXT, "1");
    assertType("fixed_size_binary(0)", Family.BINARY, "1");
    assertType("null", Family.NULL, "1");
    assertType("decimal256(76,-3)", Family.DECIMAL, "1E+3");
    assertType("decimal32(9,2)", Family.DECIMAL, "0.01");
    assertType("date32", Family.DATE, "86400");
    assertType("date64", Family.DATE, "0.001");
    assertType("time64[ns]", Family.TIME, "1E-9");
    assertType("timestamp[s]", Family.TIMESTAMP, "1");
    assertType("timestamp[us, Europe/Ulm]", Family.INSTANT, "0.000001");
    assertType("timestamp[us, \n]", Family.INSTANT, "0.000001");
    assertType("duration[ms]", Family.DURATION, "0.001");
    assertType("dictionary<large_utf8>", Family.TEXT, "1");
    assertType("dictionary<timestamp[s, UTC]>", Family.INSTANT, "1");
  }

  @Test
  void otherWordsMayMeanAnything() {
    for (String name :
        List.of(
            "",
            "Bool",
            "int128",
            "decimal",
            "decimal128(38, 2)",
            "decimal128(38,99999)",
            "date32[day]",
            "time32[s, UTC]",
            "timestamp[as]",
            "dictionary<dictionary<utf8>>",
            "struct")) {
      assertEquals(Optional.empty(), ArrowWords.type(name), name);
      assertDoesNotThrow(() -> ArrowWords.check(ColumnType.of(name, Family.TEXT)));
    }
  }

  @Test
  void anotherFamilyOrStepIsRefused() {
    assertRefused(
        "type bool is INTEGER in steps of 1, expected BOOLEAN in steps of 1",
        ColumnType.of("bool", Family.INTEGER));
    assertRefused(
        "type date32 is DATE in steps of 0.001, expected DATE in steps of 86400",
        new ColumnType("date32", Family.DATE, new BigDecimal("0.001")));
    assertRefused(
        "type timestamp[s, UTC] is TIMESTAMP in steps of 1, expected INSTANT in steps of 1",
        ColumnType.of("timestamp[s, UTC]", Family.TIMESTAMP));
    assertRefused(
        "type dictionary<int8> is TEXT in steps of 1, expected INTEGER in steps of 1",
        ColumnType.of("dictionary<int8>", Family.TEXT));
  }

  private static void assertRefused(String expected, ColumnType type) {
    assertEquals(
        expected,
        assertThrows(IllegalArgumentException.class, () -> ArrowWords.check(type)).getMessage());
  }

  /** Only what is counted in steps has other steps than 1. */
  @Test
  void stepsThatMeanNothingAreOne() {
    for (Family family : Family.values()) {
      boolean steps = family.ordered() && family != Family.INTEGER && family != Family.FLOATING;
      if (steps) {
        assertDoesNotThrow(() -> new ColumnType("x", family, BigDecimal.TWO));
      } else {
        assertThrows(
            IllegalArgumentException.class, () -> new ColumnType("x", family, BigDecimal.TWO));
      }
    }
  }
}
