package io.lanewise.cli;

import io.lanewise.gan.GanSettings;
import io.lanewise.gan.layer.LayerSpec;
import io.lanewise.profile.Coarsening;
import io.lanewise.profile.ReferenceFitter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number that lies in a range, and tells the range to who typed something else. */
abstract class WholeNumber implements ITypeConverter<Integer> {

  private final int least;
  private final int most;

  private WholeNumber(int least, int most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public Integer convert(String text) {
    if (text.matches("[+-]?\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new TypeConversionException(
        "'" + text + "', expected a whole number from " + least + " to " + most);
  }

  /** Of bins. */
  static final class Bins extends WholeNumber {
    Bins() {
      super(2, ReferenceFitter.MOST_BINS);
    }
  }

  /** Of a column's symbols in its pairs. */
  static final class PairSymbols extends WholeNumber {
    PairSymbols() {
      super(Coarsening.LEAST, Coarsening.MOST);
    }
  }

  /** Of threads. */
  static final class Threads extends WholeNumber {
    Threads() {
      super(1, 1024);
    }
  }

  /** Of rows of the demonstration. */
  static final class Rows extends WholeNumber {
    Rows() {
      super(1, 1_000_000);
    }
  }

  /** Of times that a value must occur to be named. */
  static final class MinCount extends WholeNumber {
    MinCount() {
      super(1, 999_999_999);
    }
  }

  /** Of epochs, or of lines. */
  static final class Epochs extends WholeNumber {
    Epochs() {
      super(1, 999_999_999);
    }
  }

  /** Of rows of a step, or of numbers that a generator starts from. */
  static final class Width extends WholeNumber {
    Width() {
      super(1, GanSettings.MOST);
    }
  }

  /** Of soft bins; that 1 is none of them, the settings say. */
  static final class SoftBins extends WholeNumber {
    SoftBins() {
      super(0, LayerSpec.SoftBins.MOST);
    }
  }

  /** Of steps at full rates. */
  static final class SteadySteps extends WholeNumber {
    SteadySteps() {
      super(0, GanSettings.MOST_STEADY);
    }
  }

  /** Of rows that a discriminator sees at once. */
  static final class Pack extends WholeNumber {
    Pack() {
      super(1, GanSettings.MOST_PACKED);
    }
  }

  /** Of seconds. */
  static final class Seconds extends WholeNumber {
    Seconds() {
      super(1, 600);
    }
  }
}
