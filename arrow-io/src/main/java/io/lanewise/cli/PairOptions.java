package io.lanewise.cli;

import io.lanewise.profile.PairPlan;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which pairs of columns are counted together, and how finely. */
final class PairOptions {

  @Option(
      names = "--pairs",
      paramLabel = "PAIRS",
      converter = PairChoice.Converter.class,
      completionCandidates = PairChoice.Words.class,
      description =
          "all, none, or a number N: the N pairs that depend most in the real data (default: all of"
              + " up to 64 columns, of more columns the 2016 that depend most)")
  private PairChoice pairs = new PairChoice.Automatic();

  @Option(
      names = "--pair-symbols",
      paramLabel = "N",
      converter = WholeNumber.PairSymbols.class,
      description =
          "join a column's symbols to at most N in its pairs, 2 to 64 (default: as many as the rows"
              + " support, up to 16)")
  private @Nullable Integer symbols;

  /** The pairs to count, of as many columns. */
  PairPlan plan(int columns) {
    return pairs.plan(columns, symbols == null ? OptionalInt.empty() : OptionalInt.of(symbols));
  }
}
