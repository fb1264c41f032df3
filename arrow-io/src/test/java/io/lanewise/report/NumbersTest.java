package io.lanewise.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people read them: short, and never wrong by what was left out. */
class NumbersTest {

  @ParameterizedTest
  @CsvSource({"0.5, +0.5000", "-0.5, -0.5000", "0, 0", "-0.00001, -1e-05", "-Infinity, -inf"})
  void signed(double value, String shown) {
    assertEquals(shown, Numbers.signed(value));
  }

  @ParameterizedTest
  @CsvSource({"0, <1e-9", "1e-10, <1e-9", "1e-9, 1e-09", "0.0312, 0.0312", "1, 1.0000"})
  void probability(double value, String shown) {
    assertEquals(shown, Numbers.probability(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "68, 68",
    "-3, -3",
    "1234567, '1,234,567'",
    "0.4650, 0.4650",
    "Infinity, inf",
    "1e300, 1.000e+300"
  })
  void plain(double value, String shown) {
    assertEquals(shown, Numbers.plain(value));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.00001, <0.01", "0.9162, 91.62", "1, 100.00"})
  void percentage(double share, String shown) {
    assertEquals(shown, Numbers.percentage(share));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[0.3333333333333333, 0.6666666666666666); [0.333333, 0.666667)",
        "[30.000000000000004, 40.0]; (30.0, 40.0]",
        "[29.999999, 30.00000123]; [30, 30]",
        "[123456.78901, 1234567.89101]; [123457, 1234570]",
        "< 1.2345678E300; < 1.23457E+300",
        "[2025-01-01, 2025-01-02); [2025-01-01, 2025-01-02)",
        "[10:20:00.123456, 10:20:01.5); [10:20:00.123456, 10:20:01.5)",
        "[-0.123456789, -0.1); [-0.123457, -0.1)",
      })
  void rounded(String range, String shown) {
    assertEquals(shown, Numbers.rounded(range));
  }
}
