package io.lanewise.evaluate;

import io.lanewise.column.DataException;
import io.lanewise.column.Table;
import io.lanewise.measure.ContingencyTable;
import io.lanewise.measure.Significance;
import io.lanewise.profile.JointCounts;
import io.lanewise.profile.Profile;
import io.lanewise.profile.RowPairing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.ToIntFunction;

/**
 * Scores tables whose rows belong together: row i of the generated table was made from row i of the
 * real one, by an anonymiser, a repair, a translation. Beside the score of the two tables each
 * column that is no identifier has its {@link RowDependence}.
 *
 * <p>Order matters here, as it does nowhere else: shuffle one of the tables, and what its rows tell
 * of the other's is gone.
 *
 * <p>Cost: the score, and one more walk over both tables on one thread.
 *
 * @param scorer of the tables; how many coarse symbols there are is told by its plan of pairs
 */
public record RowPairScorer(Scorer scorer) {

  /**
   * Scores a pair of tables with as many rows.
   *
   * @param real the real data
   * @param generated the generated data, in the same order
   * @param rowsDone told now and then how many rows are done, each counted twice
   * @throws SelectionException if the selection does not fit the tables
   * @throws DataException if a table cannot be read, their numbers of rows differ, the real one has
   *     no rows, or no column can be compared
   */
  public Scorecard score(Table real, Table generated, LongConsumer rowsDone) {
    if (real.rowCount() != generated.rowCount()) {
      throw new DataException(
          "%s has %d rows and %s has %d; rows that belong together are equally many"
              .formatted(real.source(), real.rowCount(), generated.source(), generated.rowCount()));
    }
    ScoreInput realSide = new ScoreInput.Data(real);
    ScoreInput generatedSide = new ScoreInput.Data(generated);
    ColumnMatching matching = ColumnMatching.of(realSide, generatedSide, scorer.selection());
    long rows = real.rowCount();
    Profile ofReal = scorer.countReal(matching, realSide, generated.source(), rowsDone);
    Profile ofGenerated =
        scorer.countGenerated(
            matching, real.source(), ofReal, generatedSide, done -> rowsDone.accept(rows + done));
    Scorecard card = scorer.score(matching, ofReal, ofGenerated);
    List<JointCounts> counts =
        RowPairing.count(
            ofReal,
            scorer.pairs(),
            new RowPairing.Side(real, positions(matching, ColumnMatch::realPosition)),
            new RowPairing.Side(generated, positions(matching, ColumnMatch::generatedPosition)),
            scorer.kernels(),
            done -> rowsDone.accept(2 * (rows + done)));
    return new Scorecard(
        card.realRows(),
        card.generatedRows(),
        withRows(card.columns(), counts),
        card.pairs(),
        card.notScored());
  }

  private static int[] positions(ColumnMatching matching, ToIntFunction<ColumnMatch> position) {
    return matching.matches().stream().mapToInt(position).toArray();
  }

  private List<ColumnScore> withRows(List<ColumnScore> columns, List<JointCounts> counts) {
    List<ColumnScore> scores = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ColumnScore column = columns.get(i);
      scores.add(column.identifier() ? column : column.withRows(dependence(counts.get(i))));
    }
    double[] adjusted =
        Significance.benjaminiHochberg(
            scores.stream()
                .map(ColumnScore::rows)
                .filter(Objects::nonNull)
                .mapToDouble(RowDependence::pValue)
                .toArray());
    int tested = 0;
    for (int i = 0; i < scores.size(); i++) {
      RowDependence rows = scores.get(i).rows();
      if (rows != null) {
        scores.set(i, scores.get(i).withRows(rows.amongMany(adjusted[tested++])));
      }
    }
    return scores;
  }

  private RowDependence dependence(JointCounts counts) {
    long[] cells = counts.toArray();
    ContingencyTable table =
        ContingencyTable.of(cells, counts.rows(), counts.columns(), scorer.kernels());
    int occupied = (int) Arrays.stream(cells).filter(count -> count > 0).count();
    double pValue = table.independencePValue();
    return new RowDependence(
        table.jointEntropy(),
        scorer.estimator().entropy(cells, occupied),
        table.conditionalEntropyXGivenY(),
        table.conditionalEntropyYGivenX(),
        table.mutualInformation(),
        table.mutualInformation(scorer.estimator()),
        table.chanceInformation(),
        pValue,
        pValue);
  }
}
