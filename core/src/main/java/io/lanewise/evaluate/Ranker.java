package io.lanewise.evaluate;

import io.lanewise.column.DataException;
import io.lanewise.measure.JsDifference;
import io.lanewise.profile.Counts;
import io.lanewise.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.ToDoubleFunction;

/**
 * Ranks generated sets by how near they are to the real data.
 *
 * <p>The reference is fitted to the real data once, and only columns that all sets have count, so
 * every set is measured alike. Sets are ranked by JS, mean over the columns that are no
 * identifiers; ties go by {@code KL(real|generated)}, all infinities alike, then by the order
 * given. Chance adds to the JS of few rows, so beside it stands what is left without that, and each
 * difference of neighbours is corrected for it and has a p-value that knows that the real sample is
 * the same for both: of sets of different size the order may be the reverse, and the difference
 * says so.
 *
 * @param scorer how each set is scored
 */
public record Ranker(Scorer scorer) {

  private static final Comparator<Standing> NEAREST_FIRST =
      Comparator.comparingDouble(Standing::js).thenComparingDouble(Standing::klRealGenerated);

  /**
   * Ranks sets.
   *
   * @param real the real data, or counts of it
   * @param generated the sets, at least one; counts must have the real side's reference
   * @param rowsDone told now and then how many rows of data are counted
   * @return the sets in their order
   * @throws IllegalArgumentException if there are no sets
   * @throws SelectionException if the selection does not fit
   * @throws DataException if data cannot be read, a side has no rows, references differ, or no
   *     column can be compared that is no identifier
   */
  public Standings rank(ScoreInput real, List<ScoreInput> generated, LongConsumer rowsDone) {
    if (generated.isEmpty()) {
      throw new IllegalArgumentException("0 generated sets, expected at least 1");
    }
    CommonColumns common = CommonColumns.of(real, generated, scorer.selection());
    List<Profile> profiles = count(common, real, generated, rowsDone);
    Profile ofReal = profiles.getFirst();
    List<Integer> columns = averaged(ofReal);
    if (columns.isEmpty()) {
      throw new DataException(
          real.source()
              + ": every column that can be compared looks like an identifier, expected one that"
              + " does not");
    }
    List<Standing> sets = new ArrayList<>();
    for (int i = 0; i < generated.size(); i++) {
      Profile ofGenerated = profiles.get(i + 1);
      Scorecard card = scorer.score(common.matchings().get(i), ofReal, ofGenerated);
      sets.add(standing(i, generated.get(i).source(), card, ofReal, ofGenerated, columns));
    }
    sets.sort(NEAREST_FIRST);
    for (int i = 0; i + 1 < sets.size(); i++) {
      Profile farther = profiles.get(sets.get(i + 1).position() + 1);
      Profile nearer = profiles.get(sets.get(i).position() + 1);
      sets.set(i, sets.get(i).before(difference(ofReal, farther, nearer, columns)));
    }
    return new Standings(ofReal.rows(), columns.size(), sets, common.notScored());
  }

  /** Counts of the real data, and of each set, over the same symbols. */
  private List<Profile> count(
      CommonColumns common, ScoreInput real, List<ScoreInput> generated, LongConsumer rowsDone) {
    List<Profile> profiles = new ArrayList<>();
    ColumnMatching first = common.matchings().getFirst();
    Profile ofReal = scorer.countReal(first, real, generated.getFirst().source(), rowsDone);
    profiles.add(ofReal);
    long done = real instanceof ScoreInput.Counted ? 0 : ofReal.rows();
    for (int i = 0; i < generated.size(); i++) {
      long before = done;
      ScoreInput set = generated.get(i);
      Profile ofGenerated =
          scorer.countGenerated(
              common.matchings().get(i),
              real.source(),
              ofReal,
              set,
              rows -> rowsDone.accept(before + rows));
      if (ofGenerated.rows() == 0) {
        throw new DataException(set.source() + ": no rows; there is nothing to rank");
      }
      profiles.add(ofGenerated);
      done += set instanceof ScoreInput.Counted ? 0 : ofGenerated.rows();
    }
    return CommonCounts.folded(profiles);
  }

  private static List<Integer> averaged(Profile real) {
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < real.reference().columns().size(); i++) {
      if (!real.reference().columns().get(i).identifier()) {
        columns.add(i);
      }
    }
    return columns;
  }

  private static Standing standing(
      int position,
      String source,
      Scorecard card,
      Profile real,
      Profile generated,
      List<Integer> columns) {
    double corrected = 0;
    for (int column : columns) {
      long[][] counts =
          CommonCounts.aligned(
              List.of(real.columns().get(column), generated.columns().get(column)));
      corrected += JsDifference.corrected(counts[0], counts[1]);
    }
    return new Standing(
        position,
        source,
        mean(card, columns, Comparison::js),
        corrected / columns.size(),
        mean(card, columns, comparison -> comparison.noise().jsNoiseFloor()),
        mean(card, columns, Comparison::klRealGenerated),
        card,
        null);
  }

  private static double mean(
      Scorecard card, List<Integer> columns, ToDoubleFunction<Comparison> measure) {
    double sum = 0;
    for (int column : columns) {
      sum += measure.applyAsDouble(Objects.requireNonNull(card.columns().get(column).comparison()));
    }
    return sum / columns.size();
  }

  private static JsDifference difference(
      Profile real, Profile farther, Profile nearer, List<Integer> columns) {
    List<JsDifference> differences = new ArrayList<>();
    for (int column : columns) {
      List<Counts> counts =
          List.of(
              real.columns().get(column),
              farther.columns().get(column),
              nearer.columns().get(column));
      long[][] aligned = CommonCounts.aligned(counts);
      differences.add(JsDifference.of(aligned[0], aligned[1], aligned[2]));
    }
    return JsDifference.mean(differences);
  }
}
