package io.lanewise.cli;

import io.lanewise.gan.GanLoss;
import io.lanewise.report.ModelContents;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A generator's loss by its name. */
final class LossName {

  private LossName() {}

  static String of(GanLoss loss) {
    return ModelContents.loss(loss);
  }

  private static List<String> names() {
    return Arrays.stream(GanLoss.values()).map(LossName::of).toList();
  }

  /** Reads a name, in upper or lower case. */
  static final class Converter implements ITypeConverter<GanLoss> {
    @Override
    public GanLoss convert(String text) {
      return Arrays.stream(GanLoss.values())
          .filter(loss -> of(loss).equalsIgnoreCase(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + text + "', expected one of " + String.join(", ", names())));
    }
  }

  /** What a shell completes. */
  static final class Words extends CompletionWords {
    Words() {
      super(names());
    }
  }
}
