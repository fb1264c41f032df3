package io.lanewise.evaluate;

import io.lanewise.measure.Divergence;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A scorecard in a few numbers. Columns that look like identifiers are left out.
 *
 * <p>A number is empty where there is nothing to average, or nothing was generated.
 *
 * @param columnFidelity mean of 1 - JS in bits over the columns
 * @param pairFidelity mean of 1 - JS in bits over the pairs' joint distributions
 * @param fidelity mean of the two; of the columns alone if there are no pairs
 * @param lostDependence {@code sum max(0, I_real - I_generated) / sum I_real} over the pairs, of
 *     mutual information corrected by Miller and Madow; empty if the real data has none
 * @param inventedDependence {@code sum max(0, I_generated - I_real) / sum I_real}, which may pass 1
 * @param dependenceNoise what lost and invented dependence are to be expected by chance alone,
 *     each: {@code sum s / sqrt(2 pi) / sum I_real}, s the standard error of a pair's change
 * @param fidelityCeiling the fidelity to be expected of a perfect generator with as many rows
 */
public record Summary(
    OptionalDouble columnFidelity,
    OptionalDouble pairFidelity,
    OptionalDouble fidelity,
    OptionalDouble lostDependence,
    OptionalDouble inventedDependence,
    OptionalDouble dependenceNoise,
    OptionalDouble fidelityCeiling) {

  static Summary of(List<ColumnScore> columnScores, List<PairScore> pairScores) {
    List<Comparison> columns =
        columnScores.stream()
            .filter(column -> !column.identifier() && column.comparison() != null)
            .map(column -> Objects.requireNonNull(column.comparison()))
            .toList();
    List<PairScore> compared =
        pairScores.stream().filter(pair -> pair.comparison() != null).toList();
    List<PairComparison> pairs =
        compared.stream().map(pair -> Objects.requireNonNull(pair.comparison())).toList();
    OptionalDouble columnFidelity = fidelity(columns, Comparison::js);
    OptionalDouble pairFidelity = fidelity(pairs, PairComparison::js);
    return new Summary(
        columnFidelity,
        pairFidelity,
        mean(columnFidelity, pairFidelity),
        share(compared, pair -> Math.max(0, -change(pair))),
        share(compared, pair -> Math.max(0, change(pair))),
        share(compared, Summary::chance),
        mean(
            fidelity(columns, column -> column.noise().jsOfPerfect()),
            fidelity(pairs, pair -> pair.noise().jsOfPerfect())));
  }

  /** Mean of max(0, x) for a normal x around 0 with the standard error of the pair's change. */
  private static double chance(PairScore pair) {
    double error = Objects.requireNonNull(pair.comparison()).mutualInformationChangeError();
    return error / Math.sqrt(2 * Math.PI);
  }

  private static double change(PairScore pair) {
    return Objects.requireNonNull(pair.generated()).mutualInformationMillerMadow()
        - pair.real().mutualInformationMillerMadow();
  }

  private static <T> OptionalDouble fidelity(List<T> scores, ToDoubleFunction<T> js) {
    double sum = 0;
    for (T score : scores) {
      sum += 1 - js.applyAsDouble(score) / Divergence.LN2;
    }
    return scores.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum / scores.size());
  }

  private static OptionalDouble mean(OptionalDouble columns, OptionalDouble pairs) {
    if (columns.isEmpty() || pairs.isEmpty()) {
      return columns;
    }
    return OptionalDouble.of((columns.getAsDouble() + pairs.getAsDouble()) / 2);
  }

  private static OptionalDouble share(List<PairScore> pairs, ToDoubleFunction<PairScore> part) {
    double sum = 0;
    double total = 0;
    for (PairScore pair : pairs) {
      sum += part.applyAsDouble(pair);
      total += pair.real().mutualInformationMillerMadow();
    }
    return total > 0 ? OptionalDouble.of(sum / total) : OptionalDouble.empty();
  }
}
