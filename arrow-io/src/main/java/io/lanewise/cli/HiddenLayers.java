package io.lanewise.cli;

import io.lanewise.gan.GanSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The hidden layers of a network, as {@code 128,128}; or {@code none}.
 *
 * @param units of each
 */
record HiddenLayers(List<Integer> units) {

  private static final String NONE = "none";

  HiddenLayers {
    units = List.copyOf(units);
  }

  @Override
  public String toString() {
    return units.isEmpty()
        ? NONE
        : units.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** Reads a list of numbers. */
  static final class Converter implements ITypeConverter<HiddenLayers> {
    @Override
    public HiddenLayers convert(String text) {
      List<Integer> units = new ArrayList<>();
      if (text.equals(NONE)) {
        return new HiddenLayers(units);
      }
      for (String part : text.split(",", -1)) {
        int number = part.matches("\\d{1,9}") ? Integer.parseInt(part) : 0;
        if (number < 1 || number > GanSettings.MOST) {
          throw new TypeConversionException(
              "'%s', expected units of each layer, 1 to %d, as 128,128; or none"
                  .formatted(text, GanSettings.MOST));
        }
        units.add(number);
      }
      return new HiddenLayers(units);
    }
  }
}
