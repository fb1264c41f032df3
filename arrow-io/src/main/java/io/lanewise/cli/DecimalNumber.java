package io.lanewise.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a decimal number that lies in a range; text such as {@code 0x1p3} or {@code 5d}, which Java
 * would take, is none.
 */
abstract class DecimalNumber implements ITypeConverter<Double> {

  private final String range;

  private DecimalNumber(String range) {
    this.range = range;
  }

  abstract boolean accepts(double number);

  @Override
  public Double convert(String text) {
    if (text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
      double number = Double.parseDouble(text);
      if (accepts(number)) {
        return number;
      }
    }
    throw new TypeConversionException("'" + text + "', expected a number " + range);
  }

  /** Of how fast something learns. */
  static final class Rate extends DecimalNumber {
    private static final double MOST = 1e6;

    Rate() {
      super("above 0, up to 1e6");
    }

    @Override
    boolean accepts(double number) {
      return number > 0 && number <= MOST;
    }
  }

  /** Of what may be nothing, but not all. */
  static final class Share extends DecimalNumber {
    Share() {
      super("from 0 to below 1");
    }

    @Override
    boolean accepts(double number) {
      return number >= 0 && number < 1;
    }
  }
}
