package io.lanewise.cli;

import io.lanewise.column.DataException;
import io.lanewise.evaluate.ColumnMatch;
import io.lanewise.evaluate.ColumnMatching;
import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.evaluate.NotScored;
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
import java.util.stream.Collectors;

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

  /** Most columns that a message names. */
  private static final int SHOWN = 5;

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
          rows.source() + ": no column can be counted" + named(": ", matching.notScored()));
    }
    if (rows.rowCount() == 0) {
      throw new DataException(rows.source() + ": no rows; a reference needs at least one");
    }
    if (!matching.notScored().isEmpty()) {
      warnings.add(rows.source() + ": not in the profile" + named(": ", matching.notScored()));
    }
    List<ColumnPlan> plans =
        matching.matches().stream()
            .map(match -> new ColumnPlan(match.realPosition(), match.treatment()))
            .toList();
    PairPlan plan = pairs.apply(plans.size());
    Reference reference = new ReferenceFitter(bins, plan, seed, threads).fit(rows.table(), plans);
    return count(reference, matching);
  }

  /** Over the reference of a profile, all of whose columns the table must have. */
  Profile count(ScoreInput.Counted given, List<String> warnings) {
    ColumnMatching matching = ColumnMatching.of(given, rows, ColumnSelection.ALL);
    List<NotScored> lacking =
        matching.notScored().stream()
            .filter(column -> column.side() != NotScored.Side.GENERATED)
            .toList();
    if (!lacking.isEmpty()) {
      throw new DataException(
          rows.source() + " does not fit " + given.source() + named(": ", lacking));
    }
    if (!matching.notScored().isEmpty()) {
      warnings.add(
          rows.source()
              + ": not in "
              + given.source()
              + ", and left out"
              + named(": ", matching.notScored()));
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

  private static String named(String before, List<NotScored> columns) {
    if (columns.isEmpty()) {
      return "";
    }
    String more = columns.size() > SHOWN ? " and " + (columns.size() - SHOWN) + " more" : "";
    return before
        + columns.stream().limit(SHOWN).map(TableProfiler::named).collect(Collectors.joining("; "))
        + more;
  }

  private static String named(NotScored column) {
    String name = "column '" + column.name() + "'";
    return switch (column.side()) {
      case REAL -> name + " (" + column.type() + ") is missing";
      case GENERATED -> name;
      case BOTH -> name + " (" + column.type() + "): " + column.reason();
    };
  }
}
