package io.lanewise.evaluate;

import io.lanewise.measure.Significance;
import io.lanewise.profile.ColumnPair;
import io.lanewise.profile.PairSpace;
import io.lanewise.profile.Profile;
import io.lanewise.profile.ReferenceColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Scores all pairs of two profiles. */
final class PairScores {

  private final Profile real;
  private final RealPairs realPairs;
  private final Profile generated;
  private final PairSpace space;
  private final List<List<@Nullable String>> labels = new ArrayList<>();

  private PairScores(
      List<Alignment> symbols, Profile real, RealPairs realPairs, Profile generated) {
    this.real = real;
    this.realPairs = realPairs;
    this.generated = generated;
    this.space = real.reference().pairs();
    List<ReferenceColumn> columns = real.reference().columns();
    for (int i = 0; i < space.coarsenings().size(); i++) {
      labels.add(CoarseLabels.of(columns.get(i), space.coarsenings().get(i), symbols.get(i)));
    }
  }

  /**
   * The scores, p-values adjusted for how many they are.
   *
   * @param symbols of each column
   * @param real counts of the real data
   * @param realPairs the real sides of the pairs, as far as they are known
   * @param generated counts of the generated data
   * @param scorer makes what scores a pair, for one thread
   * @param threads how many may work at a time
   */
  static List<PairScore> of(
      List<Alignment> symbols,
      Profile real,
      RealPairs realPairs,
      Profile generated,
      Supplier<PairScorer> scorer,
      int threads) {
    PairScores pairs = new PairScores(symbols, real, realPairs, generated);
    PairScore[] scores = new PairScore[pairs.space.pairs().size()];
    SharedWork.run(scores.length, threads, () -> pairs.work(scorer.get(), scores));
    return generated.rows() == 0 ? List.of(scores) : adjusted(scores);
  }

  private IntConsumer work(PairScorer scorer, PairScore[] scores) {
    return i -> scores[i] = score(i, scorer);
  }

  private PairScore score(int i, PairScorer scorer) {
    ColumnPair pair = space.pairs().get(i);
    List<ReferenceColumn> columns = real.reference().columns();
    return scorer.score(
        pair.x(),
        columns.get(pair.x()).name(),
        pair.y(),
        columns.get(pair.y()).name(),
        new PairScore.Cells(
            labels.get(pair.x()),
            labels.get(pair.y()),
            real.pairs().get(i),
            generated.pairs().get(i)),
        realPairs.get(i, () -> scorer.side(real.pairs().get(i))),
        generated.rows() > 0 ? scorer.side(generated.pairs().get(i)) : null);
  }

  private static List<PairScore> adjusted(PairScore[] scores) {
    double[] adjusted =
        Significance.benjaminiHochberg(
            Arrays.stream(scores)
                .mapToDouble(score -> Objects.requireNonNull(score.comparison()).noise().pValue())
                .toArray());
    List<PairScore> results = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      results.add(scores[i].amongMany(adjusted[i]));
    }
    return results;
  }
}
