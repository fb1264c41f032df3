package io.lanewise.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What is added to every count for a smoothed KL.
 *
 * @param added above 0
 */
record Smoothing(double added) {

  private static final double MOST = 1e6;

  /** Reads a number; text such as {@code 0x1p3} or {@code 5d}, which Java would take, is none. */
  static final class Converter implements ITypeConverter<Smoothing> {
    @Override
    public Smoothing convert(String text) {
      if (text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
        double added = Double.parseDouble(text);
        if (added > 0 && added <= MOST) {
          return new Smoothing(added);
        }
      }
      throw new TypeConversionException("'" + text + "', expected a number above 0, up to 1e6");
    }
  }
}
