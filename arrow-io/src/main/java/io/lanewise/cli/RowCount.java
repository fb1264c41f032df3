package io.lanewise.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A number of rows as people type it: {@code 50000}, {@code 50k}, {@code 1M}.
 *
 * @param rows the number, at least 1
 */
record RowCount(long rows) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})([kmg]?)");

  /** Reads a number; units are powers of 1,000. */
  static final class Converter implements ITypeConverter<RowCount> {
    @Override
    public RowCount convert(String text) {
      Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
      if (matcher.matches()) {
        long unit =
            switch (matcher.group(2)) {
              case "k" -> 1_000;
              case "m" -> 1_000_000;
              case "g" -> 1_000_000_000;
              default -> 1;
            };
        long number = Long.parseLong(matcher.group(1));
        if (number > 0 && number <= Long.MAX_VALUE / unit) {
          return new RowCount(number * unit);
        }
      }
      throw new TypeConversionException(
          "'" + text + "' is not a number of rows; expected one like 50000, 50k or 1M");
    }
  }
}
