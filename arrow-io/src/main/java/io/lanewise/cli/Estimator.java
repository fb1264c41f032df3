package io.lanewise.cli;

import io.lanewise.measure.EntropyEstimator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An estimator of entropy by its name. */
final class Estimator {

  private Estimator() {}

  /** Reads a name, in upper or lower case. */
  static final class Converter implements ITypeConverter<EntropyEstimator> {
    @Override
    public EntropyEstimator convert(String text) {
      String name = text.toLowerCase(Locale.ROOT);
      if (EntropyEstimator.names().contains(name)) {
        return EntropyEstimator.named(name);
      }
      throw new TypeConversionException(
          "'" + text + "', expected one of " + String.join(", ", EntropyEstimator.names()));
    }
  }

  /** What a shell completes. */
  static final class Words extends CompletionWords {
    Words() {
      super(EntropyEstimator.names());
    }
  }
}
