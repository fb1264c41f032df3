package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a type is called, what family it is of, and what one stored integer is worth. */
class TypeDecoderTest {

  private static ColumnType type(FieldSpec field) {
    byte[] bytes = IpcBytes.stream().schema(field).end().bytes();
    try (var table =
        ArrowTable.spool("input", new ByteArrayInputStream(bytes), new MemoryBudget(0))) {
      return table.schema().fields().getFirst().type();
    }
  }

  private static void check(String name, Family family, FieldSpec field) {
    assertEquals(ColumnType.of(name, family), type(field));
  }

  private static void check(String name, Family family, String step, FieldSpec field) {
    ColumnType type = type(field);
    assertEquals(name, type.name());
    assertEquals(family, type.family());
    assertEquals(0, new BigDecimal(step).compareTo(type.step()), () -> name + ": " + type.step());
  }

  private static void refused(String what, FieldSpec field) {
    String message = Refusals.message(IpcBytes.stream().schema(field).end().bytes());
    assertEquals("input: column 0: " + what, message);
  }

  @Test
  void numbersAreNamedByTheirBits() {
    for (int bits = 8; bits <= 64; bits *= 2) {
      check("int" + bits, Family.INTEGER, FieldSpec.integer("x", bits, true));
      check("uint" + bits, Family.INTEGER, FieldSpec.integer("x", bits, false));
    }
    check("float16", Family.FLOATING, FieldSpec.floating("x", Precision.HALF));
    check("float32", Family.FLOATING, FieldSpec.floating("x", Precision.SINGLE));
    check("float64", Family.FLOATING, FieldSpec.floating("x", Precision.DOUBLE));
    check("bool", Family.BOOLEAN, FieldSpec.bool("x"));
    check("null", Family.NULL, FieldSpec.nulls("x"));
    refused("float precision 3 is not known", FieldSpec.floating("x", (short) 3));
  }

  @Test
  void textAndBytesAreToldApart() {
    check("utf8", Family.TEXT, FieldSpec.utf8("x"));
    check("large_utf8", Family.TEXT, FieldSpec.largeUtf8("x"));
    check("utf8_view", Family.TEXT, FieldSpec.utf8View("x"));
    check("binary", Family.BINARY, FieldSpec.binary("x"));
    check("large_binary", Family.BINARY, FieldSpec.largeBinary("x"));
    check("binary_view", Family.BINARY, FieldSpec.binaryView("x"));
    check("fixed_size_binary(0)", Family.BINARY, FieldSpec.fixedBinary("x", 0));
    check("fixed_size_binary(7)", Family.BINARY, FieldSpec.fixedBinary("x", 7));
  }

  @Test
  void aDecimalStepIsTenToTheMinusScale() {
    check("decimal32(9,2)", Family.DECIMAL, "0.01", FieldSpec.decimal("x", 32, 9, 2));
    check("decimal64(18,0)", Family.DECIMAL, "1", FieldSpec.decimal("x", 64, 18, 0));
    check("decimal128(38,-3)", Family.DECIMAL, "1000", FieldSpec.decimal("x", 128, 38, -3));
    check("decimal256(76,1000)", Family.DECIMAL, "1e-1000", FieldSpec.decimal("x", 256, 76, 1000));
    check("decimal256(76,-1000)", Family.DECIMAL, "1e1000", FieldSpec.decimal("x", 256, 76, -1000));
    for (int scale : new int[] {Integer.MIN_VALUE, -1001, 1001, Integer.MAX_VALUE}) {
      refused(
          "decimal scale is " + scale + ", expected one within 1000 of 0",
          FieldSpec.decimal("x", 128, 38, scale));
    }
  }

  @Test
  void timesAreWorthTheirUnit() {
    String[] names = {"s", "ms", "us", "ns"};
    String[] steps = {"1", "0.001", "0.000001", "0.000000001"};
    for (short unit = TimeUnit.SECOND; unit <= TimeUnit.NANOSECOND; unit++) {
      String name = names[unit];
      String step = steps[unit];
      check("time32[" + name + "]", Family.TIME, step, FieldSpec.time("x", 32, unit));
      check("time64[" + name + "]", Family.TIME, step, FieldSpec.time("x", 64, unit));
      check("timestamp[" + name + "]", Family.TIMESTAMP, step, FieldSpec.timestamp("x", unit, ""));
      check(
          "timestamp[" + name + ", UTC]",
          Family.INSTANT,
          step,
          FieldSpec.timestamp("x", unit, "UTC"));
      check("duration[" + name + "]", Family.DURATION, step, FieldSpec.duration("x", unit));
    }
    check("date32", Family.DATE, "86400", FieldSpec.date("x", DateUnit.DAY));
    check("date64", Family.DATE, "0.001", FieldSpec.date("x", DateUnit.MILLISECOND));
    refused("time unit 4 is not known", FieldSpec.duration("x", (short) 4));
    refused("date unit 2 is not known", FieldSpec.date("x", (short) 2));
    refused("a time of 16 bits is not read", FieldSpec.time("x", 16, TimeUnit.SECOND));
  }
}
