package io.lanewise.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A number of bytes as people type it: {@code 512m}, {@code 2GiB}, {@code 1000000}.
 *
 * @param bytes the number
 */
record ByteSize(long bytes) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\s*([kmgt]?)(i?b)?");

  /** Reads a size; units are powers of 1,024. */
  static final class Converter implements ITypeConverter<ByteSize> {
    @Override
    public ByteSize convert(String text) {
      Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
      if (matcher.matches()) {
        String unit = matcher.group(2);
        int power = unit.isEmpty() ? 0 : 1 + "kmgt".indexOf(unit);
        long number = Long.parseLong(matcher.group(1));
        if (number > 0 && number <= Long.MAX_VALUE >> (10 * power)) {
          return new ByteSize(number << (10 * power));
        }
      }
      throw new TypeConversionException(
          "'" + text + "' is not a size; expected bytes, or a number with K, M, G or T, like 512M");
    }
  }
}
