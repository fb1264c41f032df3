package io.lanewise.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where random choices start.
 *
 * @param value any number
 */
record Seed(long value) {

  /** Reads a seed. */
  static final class Converter implements ITypeConverter<Seed> {
    @Override
    public Seed convert(String text) {
      try {
        return new Seed(Long.parseLong(text));
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            "'" + text + "', expected a whole number of 64 bits, with its sign");
      }
    }
  }
}
