package io.lanewise.evaluate;

import io.lanewise.column.DataException;
import io.lanewise.column.Table;
import io.lanewise.kernel.Kernels;
import io.lanewise.profile.ColumnPlan;
import io.lanewise.profile.Profile;
import io.lanewise.profile.Profiler;
import io.lanewise.profile.Reference;
import io.lanewise.profile.ReferenceFitter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongConsumer;

/**
 * Scores generated data against real data.
 *
 * <p>The real table is read to fit the reference, then both tables are counted over it. The result
 * depends on the rows alone: not on batches, threads or kernels.
 *
 * @param selection which columns, and how
 * @param bins most bins of an ordered column, 2 to 64
 * @param smoothing what is added to every count for the smoothed KL, where that is wanted
 * @param seed of the sample that edges of large tables are fitted to
 * @param threads number of threads
 * @param kernels who does the work
 */
public record Scorer(
    ColumnSelection selection,
    int bins,
    OptionalDouble smoothing,
    long seed,
    int threads,
    Kernels kernels) {

  /** Checks what nobody else checks: bins and threads are the fitter's matter. */
  public Scorer {
    if (smoothing.isPresent() && !isPositive(smoothing.getAsDouble())) {
      throw new IllegalArgumentException(
          "smoothing: got " + smoothing.getAsDouble() + ", expected finite and > 0");
    }
  }

  private static boolean isPositive(double value) {
    return value > 0 && Double.isFinite(value);
  }

  /**
   * All columns as their types suggest, up to {@value ReferenceFitter#MOST_BINS} bins, no
   * smoothing, every processor, and the kernels that are installed.
   */
  public static Scorer ofDefaults() {
    return new Scorer(
        ColumnSelection.ALL,
        ReferenceFitter.MOST_BINS,
        OptionalDouble.empty(),
        0,
        Runtime.getRuntime().availableProcessors(),
        Kernels.installed());
  }

  /**
   * Scores a pair of tables.
   *
   * @param real the real data
   * @param generated the generated data
   * @throws DataException if a table cannot be read, the real one has no rows, or no column can be
   *     compared
   */
  public Scorecard score(Table real, Table generated) {
    return score(real, generated, rows -> {});
  }

  /**
   * Scores a pair of tables and tells how far the work has come.
   *
   * @param real the real data
   * @param generated the generated data
   * @param rowsDone told now and then how many rows of both tables are counted
   * @throws SelectionException if the selection does not fit the tables
   * @throws DataException if a table cannot be read, the real one has no rows, or no column can be
   *     compared
   */
  public Scorecard score(Table real, Table generated, LongConsumer rowsDone) {
    ColumnMatching matching = ColumnMatching.of(real.schema(), generated.schema(), selection);
    if (matching.matches().isEmpty()) {
      throw new DataException(
          real.source() + " and " + generated.source() + ": " + noColumns(matching));
    }
    if (real.rowCount() == 0) {
      throw new DataException(real.source() + ": no rows; the real data needs at least one");
    }
    List<ColumnPlan> plans =
        matching.matches().stream()
            .map(match -> new ColumnPlan(match.realPosition(), match.treatment()))
            .toList();
    Reference reference = new ReferenceFitter(bins, seed, threads).fit(real, plans);
    Profiler profiler = new Profiler(threads, kernels);
    int[] inReal = matching.matches().stream().mapToInt(ColumnMatch::realPosition).toArray();
    Profile ofReal = profiler.profile(real, reference, inReal, rowsDone);
    int[] inGenerated =
        matching.matches().stream().mapToInt(ColumnMatch::generatedPosition).toArray();
    Profile ofGenerated =
        profiler.profile(
            generated, reference, inGenerated, rows -> rowsDone.accept(ofReal.rows() + rows));
    return score(matching, ofReal, ofGenerated);
  }

  private Scorecard score(ColumnMatching matching, Profile real, Profile generated) {
    ColumnScorer scorer = new ColumnScorer(smoothing, kernels);
    List<ColumnScore> columns = new ArrayList<>();
    for (int i = 0; i < matching.matches().size(); i++) {
      columns.add(
          scorer.score(
              matching.matches().get(i),
              real.reference().columns().get(i),
              real.columns().get(i),
              generated.columns().get(i)));
    }
    return new Scorecard(real.rows(), generated.rows(), columns, matching.notScored());
  }

  private static String noColumns(ColumnMatching matching) {
    return matching.notScored().stream()
        .filter(column -> column.side() == NotScored.Side.BOTH)
        .findFirst()
        .map(column -> "no column can be compared: '" + column.name() + "': " + column.reason())
        .orElse("no columns in common");
  }
}
