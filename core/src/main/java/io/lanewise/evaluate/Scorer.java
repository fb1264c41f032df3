package io.lanewise.evaluate;

import io.lanewise.column.DataException;
import io.lanewise.column.Table;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.profile.PairPlan;
import io.lanewise.profile.Profile;
import io.lanewise.profile.Profiler;
import io.lanewise.profile.Reference;
import io.lanewise.profile.ReferenceColumn;
import io.lanewise.profile.ReferenceFitter;
import java.util.ArrayList;
import java.util.Arrays;
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
 * @param pairs which pairs of columns are scored together
 * @param smoothing what is added to every count for the smoothed KL, where that is wanted
 * @param estimator corrects entropies and mutual information
 * @param seed of the sample that edges of large tables are fitted to
 * @param threads number of threads
 * @param kernels who does the work
 */
public record Scorer(
    ColumnSelection selection,
    int bins,
    PairPlan pairs,
    OptionalDouble smoothing,
    EntropyEstimator estimator,
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
   * All columns as their types suggest, up to {@value ReferenceFitter#MOST_BINS} bins, all pairs of
   * up to 64 columns, no smoothing, corrections by Miller and Madow, every processor, and the
   * {@linkplain Kernels#adaptive adaptive} kernels.
   */
  public static Scorer ofDefaults() {
    return new Scorer(
        ColumnSelection.ALL,
        ReferenceFitter.MOST_BINS,
        PairPlan.AUTOMATIC,
        OptionalDouble.empty(),
        EntropyEstimator.MILLER_MADOW,
        0,
        Runtime.getRuntime().availableProcessors(),
        Kernels.adaptive());
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
    return score(new ScoreInput.Data(real), new ScoreInput.Data(generated), rowsDone);
  }

  /**
   * Scores two sides, each of which may be data or counts, with the same bits for either.
   *
   * <p>Counts of real data bring their reference: bins, seed, and how columns and pairs are to be
   * treated are then without effect, except that {@link PairPlan#NONE} leaves the pairs out. Counts
   * of generated data must have the reference that the real side has.
   *
   * @param real the real side
   * @param generated the generated side
   * @param rowsDone told now and then how many rows of data are counted
   * @throws SelectionException if the selection does not fit
   * @throws DataException if data cannot be read, the real side has no rows, no column can be
   *     compared, or the references differ
   */
  public Scorecard score(ScoreInput real, ScoreInput generated, LongConsumer rowsDone) {
    ColumnMatching matching = ColumnMatching.of(real, generated, selection);
    Profile ofReal = countReal(matching, real, generated.source(), rowsDone);
    long before = real instanceof ScoreInput.Data ? ofReal.rows() : 0;
    Profile ofGenerated =
        countGenerated(
            matching, real.source(), ofReal, generated, rows -> rowsDone.accept(before + rows));
    return score(matching, ofReal, ofGenerated);
  }

  /**
   * Counts the real side in the matched columns; data is fitted first.
   *
   * @param generatedSource what the generated side is called in messages
   */
  Profile countReal(
      ColumnMatching matching, ScoreInput real, String generatedSource, LongConsumer rowsDone) {
    if (matching.matches().isEmpty()) {
      throw new DataException(
          real.source() + " and " + generatedSource + ": " + noColumns(matching));
    }
    int[] inReal = matching.matches().stream().mapToInt(ColumnMatch::realPosition).toArray();
    Profile counts =
        switch (real) {
          case ScoreInput.Data data -> {
            requireRows(data.source(), data.rowCount());
            yield profiler().profile(data.table(), fit(data, matching), inReal, rowsDone);
          }
          case ScoreInput.Counted counted -> select(counted, inReal);
          case ScoreInput.Once once ->
              throw new IllegalArgumentException(
                  once.source() + " can be read once, and real data is read twice");
        };
    requireRows(real.source(), counts.rows());
    return counts;
  }

  private static void requireRows(String source, long rows) {
    if (rows == 0) {
      throw new DataException(source + ": no rows; the real data needs at least one");
    }
  }

  /**
   * Counts a generated side in the matched columns, over the reference of the real side.
   *
   * @param realSource what the real side is called in messages
   */
  Profile countGenerated(
      ColumnMatching matching,
      String realSource,
      Profile ofReal,
      ScoreInput generated,
      LongConsumer rowsDone) {
    Reference reference = ofReal.reference();
    int[] positions =
        matching.matches().stream().mapToInt(ColumnMatch::generatedPosition).toArray();
    Profile ofGenerated =
        switch (generated) {
          case ScoreInput.Data data ->
              profiler().profile(data.table(), reference, positions, rowsDone);
          case ScoreInput.Once once ->
              profiler().profile(once.rows(), once.schema(), reference, positions, rowsDone);
          case ScoreInput.Counted counted -> select(counted, positions);
        };
    reference
        .difference(ofGenerated.reference())
        .ifPresent(
            difference -> {
              throw new DataException(
                  realSource
                      + " and "
                      + generated.source()
                      + " have different references: "
                      + difference);
            });
    return ofGenerated;
  }

  private Profiler profiler() {
    return new Profiler(threads, kernels);
  }

  private Reference fit(ScoreInput.Data data, ColumnMatching matching) {
    return new ReferenceFitter(bins, pairs, seed, threads).fit(data.table(), matching.plans());
  }

  private Profile select(ScoreInput.Counted counted, int[] positions) {
    // Columns in another order are another reference, and found to be one when compared.
    Profile selected = counted.profile().select(Arrays.stream(positions).sorted().toArray());
    return pairs.most() == 0 ? selected.withoutPairs() : selected;
  }

  /**
   * Scores counts over one reference.
   *
   * @param matching the columns on both sides, one per reference column and in its order
   * @param real counts of the real data
   * @param generated counts of the generated data
   * @throws IllegalArgumentException if the profiles have different references, or the matching has
   *     not one column per reference column
   */
  public Scorecard score(ColumnMatching matching, Profile real, Profile generated) {
    return score(matching, real, new RealPairs(real), generated);
  }

  /**
   * Scores counts, of whose real pairs some may be known already.
   *
   * @param realPairs of these counts of the real data, scored with this scorer
   */
  Scorecard score(ColumnMatching matching, Profile real, RealPairs realPairs, Profile generated) {
    real.requireSameReference(generated);
    if (matching.matches().size() != real.columns().size()) {
      throw new IllegalArgumentException(
          "matching of %d columns for profiles of %d"
              .formatted(matching.matches().size(), real.columns().size()));
    }
    List<ReferenceColumn> columns = real.reference().columns();
    List<Alignment> symbols = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      symbols.add(Alignment.of(columns.get(i), real.columns().get(i), generated.columns().get(i)));
    }
    List<Noise> noises =
        generated.rows() == 0
            ? List.of()
            : MultipleTesting.of(
                symbols.stream()
                    .map(counts -> new MultipleTesting.CountPair(counts.real(), counts.generated()))
                    .toList());
    ColumnScorer scorer = new ColumnScorer(smoothing, estimator, kernels);
    List<ColumnScore> scores = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      scores.add(
          scorer.score(
              matching.matches().get(i),
              columns.get(i),
              real.columns().get(i),
              generated.columns().get(i),
              symbols.get(i),
              noises.isEmpty() ? null : noises.get(i)));
    }
    return new Scorecard(
        real.rows(),
        generated.rows(),
        scores,
        PairScores.of(
            symbols, real, realPairs, generated, () -> PairScorer.of(estimator, kernels), threads),
        matching.notScored());
  }

  private static String noColumns(ColumnMatching matching) {
    return matching.notScored().stream()
        .filter(column -> column.side() == NotScored.Side.BOTH)
        .findFirst()
        .map(column -> "no column can be compared: '" + column.name() + "': " + column.reason())
        .orElse("no columns in common");
  }
}
