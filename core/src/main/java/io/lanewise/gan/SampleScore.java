package io.lanewise.gan;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.PairScore;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.SymbolCount;
import io.lanewise.measure.Divergence;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What a scorecard of generated rows adds to a line of training. */
final class SampleScore {

  /** Fewest held-out rows of a cell that is looked at. */
  private static final long LEAST_ROWS = 5;

  /** A cell is covered that has this share of its due. */
  private static final double COVERED = 0.25;

  /** Standard errors that a change must have to be looked at. */
  private static final double CHANCE = 2;

  private final List<ColumnScore> columns;
  private final List<PairScore> pairs;
  private final Scorecard card;

  SampleScore(Scorecard card) {
    this.card = card;
    this.columns = card.columns().stream().filter(column -> !column.identifier()).toList();
    this.pairs = card.pairs();
  }

  void addTo(TrainingFigures line) {
    line.put(TrainingMeasure.JS, mean(columns, column -> comparison(column).jsCorrected()));
    line.put(TrainingMeasure.PAIR_JS, mean(pairs, SampleScore::beyondChance));
    line.put(TrainingMeasure.KL_REAL_GENERATED, mean(columns, SampleScore::klRealGenerated));
    line.put(TrainingMeasure.KL_GENERATED_REAL, mean(columns, SampleScore::klGeneratedReal));
    line.put(TrainingMeasure.ENTROPY_REAL, mean(pairs, pair -> pair.real().jointEntropy()));
    line.put(
        TrainingMeasure.ENTROPY_GENERATED,
        mean(pairs, pair -> Objects.requireNonNull(pair.generated()).jointEntropy()));
    line.put(
        TrainingMeasure.COVERED,
        pairs.isEmpty()
            ? mean(columns, SampleScore::coveredOfColumn)
            : mean(pairs, pair -> covered(pair.cells().real(), pair.cells().generated())));
    double fidelity = card.summary().fidelity().orElse(Double.NaN);
    double change = mean(pairs, SampleScore::changeBeyondChance);
    line.put(TrainingMeasure.FIDELITY, fidelity);
    line.put(TrainingMeasure.MI_CHANGE, change);
    line.put(
        TrainingMeasure.SCORE, pairs.isEmpty() ? fidelity : fidelity - change / Divergence.LN2);
  }

  private static double beyondChance(PairScore pair) {
    var compared = Objects.requireNonNull(pair.comparison());
    return Math.max(0, compared.js() - compared.noise().jsOfPerfect());
  }

  /** The noise of few held-out rows is the same in all lines, and would choose among them. */
  private static double changeBeyondChance(PairScore pair) {
    var compared = Objects.requireNonNull(pair.comparison());
    return Math.max(
        0,
        Math.abs(compared.mutualInformationChange())
            - CHANCE * compared.mutualInformationChangeError());
  }

  private static Comparison comparison(ColumnScore column) {
    return Objects.requireNonNull(column.comparison());
  }

  private static double klRealGenerated(ColumnScore column) {
    return Divergence.klDivergence(
        halfMore(column, SymbolCount::real), halfMore(column, SymbolCount::generated));
  }

  private static double klGeneratedReal(ColumnScore column) {
    return Divergence.klDivergence(
        halfMore(column, SymbolCount::generated), halfMore(column, SymbolCount::real));
  }

  private static double[] halfMore(ColumnScore column, ToDoubleFunction<SymbolCount> side) {
    return column.counts().stream().mapToDouble(count -> side.applyAsDouble(count) + 0.5).toArray();
  }

  private static double coveredOfColumn(ColumnScore column) {
    return covered(
        column.counts().stream().mapToLong(SymbolCount::real).toArray(),
        column.counts().stream().mapToLong(SymbolCount::generated).toArray());
  }

  private static double covered(long[] real, long[] generated) {
    double realRows = sum(real);
    double generatedRows = sum(generated);
    double looked = 0;
    double covered = 0;
    for (int i = 0; i < real.length; i++) {
      if (real[i] >= LEAST_ROWS) {
        looked += real[i];
        covered += generated[i] / generatedRows >= COVERED * real[i] / realRows ? real[i] : 0;
      }
    }
    return looked == 0 ? Double.NaN : covered / looked;
  }

  private static double sum(long[] counts) {
    double sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  private static <T> double mean(List<T> scores, ToDoubleFunction<T> value) {
    double sum = 0;
    int count = 0;
    for (T score : scores) {
      double next = value.applyAsDouble(score);
      if (!Double.isNaN(next)) {
        sum += next;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
