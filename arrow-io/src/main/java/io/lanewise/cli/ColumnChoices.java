package io.lanewise.cli;

import io.lanewise.evaluate.ColumnMatching;
import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.evaluate.ScoreInput;
import io.lanewise.evaluate.SelectionException;
import java.util.List;

/**
 * Which columns the user chose, and where each choice was made.
 *
 * @param all all choices together
 * @param choices each by itself
 */
record ColumnChoices(ColumnSelection all, List<Choice> choices) {

  /**
   * One choice.
   *
   * @param origin the option, or the place in the specification
   * @param alone the selection that has this choice only
   */
  record Choice(String origin, ColumnSelection alone) {}

  /** Pairs the chosen columns of two sides. */
  ColumnMatching match(ScoreInput real, ScoreInput generated) {
    try {
      return ColumnMatching.of(real, generated, all);
    } catch (SelectionException e) {
      throw explain(e, real, generated);
    }
  }

  /** The failure with the choice that is to blame: the first that fails by itself. */
  private UsageException explain(
      SelectionException failure, ScoreInput real, ScoreInput generated) {
    for (Choice choice : choices) {
      try {
        ColumnMatching.of(real, generated, choice.alone());
      } catch (SelectionException e) {
        return new UsageException(choice.origin() + ": " + e.getMessage());
      }
    }
    return new UsageException(String.valueOf(failure.getMessage()));
  }
}
