package io.lanewise.cli;

import io.lanewise.profile.PairPlan;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which pairs of columns the user asked for. */
sealed interface PairChoice {

  /** All pairs of up to 64 columns, of more columns as many as 64 have. */
  record Automatic() implements PairChoice {}

  /** All pairs, however many columns there are. */
  record All() implements PairChoice {}

  /**
   * At most so many pairs: those that depend most in the real data.
   *
   * @param number 0 for none
   */
  record Most(int number) implements PairChoice {}

  /**
   * The plan for a number of columns.
   *
   * @param columns how many are compared; those that turn out to be identifiers have no pairs, but
   *     that is known only after long work
   * @param symbols most symbols a side, where that was asked for
   */
  default PairPlan plan(int columns, OptionalInt symbols) {
    int most =
        switch (this) {
          case Automatic automatic -> PairPlan.AUTOMATIC.most();
          case Most asked -> asked.number();
          case All all -> allPairs(columns);
        };
    return new PairPlan(most, symbols);
  }

  private static int allPairs(int columns) {
    long pairs = columns * (columns - 1L) / 2;
    if (pairs > PairPlan.LIMIT) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "--pairs all: %d columns have %d pairs, expected at most %d; --pairs %d takes those"
                  + " that depend most",
              columns,
              pairs,
              PairPlan.LIMIT,
              PairPlan.LIMIT));
    }
    return (int) pairs;
  }

  /** Reads {@code all}, {@code none} or a number. */
  final class Converter implements ITypeConverter<PairChoice> {
    @Override
    public PairChoice convert(String text) {
      if (text.equalsIgnoreCase("all")) {
        return new All();
      }
      if (text.equalsIgnoreCase("none")) {
        return new Most(0);
      }
      if (text.matches("\\+?\\d{1,9}")) {
        int number = Integer.parseInt(text);
        if (number >= 1 && number <= PairPlan.LIMIT) {
          return new Most(number);
        }
      }
      throw new TypeConversionException(
          "'" + text + "', expected all, none or a whole number from 1 to " + PairPlan.LIMIT);
    }
  }

  /** What a shell completes. */
  final class Words extends CompletionWords {
    Words() {
      super(List.of("all", "none"));
    }
  }
}
