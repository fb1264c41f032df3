package io.lanewise.cli;

import io.lanewise.column.DataException;
import io.lanewise.evaluate.ColumnMatch;
import io.lanewise.evaluate.ColumnMatching;
import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.evaluate.ScoreInput;
import io.lanewise.kernel.Kernels;
import io.lanewise.profile.ColumnPlan;
import io.lanewise.profile.PairPlan;
import io.lanewise.profile.Profile;
import io.lanewise.profile.Profiler;
import io.lanewise.profile.Reference;
import io.lanewise.profile.ReferenceFitter;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Makes the profile of a table, over a reference of its own or a given one.
 *
 * @param rows the table
 * @param threads number of threads
 * @param kernels who does the work
 * @param progress shows how far it has come
 */
record TableProfiler(
    ScoreInput.Data rows, int threads, Kernels kernels, Supplier<Progress> progress) {

  /**
   * Over a reference that is fitted to the table.
   *
   * @param pairs the pairs to count, of as many columns
   */
  Profile fit(
      ColumnChoices choices,
      int bins,
      IntFunction<PairPlan> pairs,
      long seed,
      List<String> warnings) {
    ColumnMatching matching = choices.match(rows, rows);
    if (matching.matches().isEmpty()) {
      throw new DataException(
          rows.source()
              + ": no column can be counted"
              + UnscoredColumns.named(": ", matching.notScored()));
    }
    if (rows.rowCount() == 0) {
      throw new DataException(rows.source() + ": no rows; a reference needs at least one");
    }
    if (!matching.notScored().isEmpty()) {
      warnings.add(
          rows.source()
              + ": not in the profile"
              + UnscoredColumns.named(": ", matching.notScored()));
    }
    List<ColumnPlan> plans = matching.plans();
    PairPlan plan = pairs.apply(plans.size());
    Reference reference = new ReferenceFitter(bins, plan, seed, threads).fit(rows.table(), plans);
    return count(reference, matching);
  }

  /** Over the reference of a profile, all of whose columns the table must have. */
  Profile count(ScoreInput.Counted given, List<String> warnings) {
    ColumnMatching matching = ColumnMatching.of(given, rows, ColumnSelection.ALL);
    UnscoredColumns.requireAll(matching, rows.source(), given.source());
    if (!matching.notScored().isEmpty()) {
      warnings.add(
          rows.source()
              + ": not in "
              + given.source()
              + ", and left out"
              + UnscoredColumns.named(": ", matching.notScored()));
    }
    return count(given.profile().reference(), matching);
  }

  private Profile count(Reference reference, ColumnMatching matching) {
    int[] positions =
        matching.matches().stream().mapToInt(ColumnMatch::generatedPosition).toArray();
    try (Progress shown = progress.get()) {
      return new Profiler(threads, kernels).profile(rows.table(), reference, positions, shown);
    }
  }
}
