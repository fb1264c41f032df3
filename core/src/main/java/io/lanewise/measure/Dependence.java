package io.lanewise.measure;

import io.lanewise.kernel.Kernels;
import java.util.OptionalDouble;

/**
 * How two columns depend on each other, from their contingency table.
 *
 * <p>{@code counts} is row-major: {@code counts[x * columns + y]} is {@code n_xy}, how often symbol
 * x of X came with symbol y of Y; {@code n_x}, {@code n_y} and N are the sums. Unit: nats. A count
 * is not negative, not all are 0, and there are {@code rows * columns} of them; otherwise
 * IllegalArgumentException. Empty cells, rows and columns add 0. Cost: 2 to 10 ns per cell; a total
 * of 2^53 and more takes a path of exact integers, about 0.5 microseconds per cell.
 *
 * <p>Error: each measure is a sum of terms that are not negative, from exact differences of
 * products, so the relative error is measured below 2e-15 ({@code JointOracleTest}); an independent
 * table has mutual information +0.0 exactly.
 *
 * <p>Source: T. M. Cover, J. A. Thomas, "Elements of Information Theory" (2006), chapter 2.
 */
public final class Dependence {

  private Dependence() {}

  /**
   * Returns the joint entropy, on adaptive kernels.
   *
   * <p>{@code H(X,Y) = -sum n_xy/N ln(n_xy/N)}.
   *
   * @param counts the table, row-major
   * @param rows symbols of X
   * @param columns symbols of Y
   * @return nats, at least +0.0
   */
  public static double jointEntropy(long[] counts, int rows, int columns) {
    return jointEntropy(counts, rows, columns, Kernels.adaptive());
  }

  /**
   * Returns the joint entropy.
   *
   * <p>{@code H(X,Y) = -sum n_xy/N ln(n_xy/N)}.
   *
   * @param counts the table, row-major
   * @param rows symbols of X
   * @param columns symbols of Y
   * @param kernels what computes it
   * @return nats, at least +0.0
   */
  public static double jointEntropy(long[] counts, int rows, int columns, Kernels kernels) {
    Table table = Table.of(counts, rows, columns, kernels.logSums());
    return table.jointEntropy();
  }

  /**
   * Returns what is left to learn of Y once X is known, on adaptive kernels.
   *
   * <p>{@code H(Y|X) = sum n_xy ln(n_x/n_xy) / N}.
   *
   * @param counts the table, row-major
   * @param rows symbols of X
   * @param columns symbols of Y
   * @return nats, at least +0.0; exactly 0 if X determines Y
   */
  public static double conditionalEntropyYGivenX(long[] counts, int rows, int columns) {
    return conditionalEntropyYGivenX(counts, rows, columns, Kernels.adaptive());
  }

  /**
   * Returns what is left to learn of Y once X is known.
   *
   * <p>{@code H(Y|X) = sum n_xy ln(n_x/n_xy) / N}.
   *
   * @param counts the table, row-major
   * @param rows symbols of X
   * @param columns symbols of Y
   * @param kernels what computes it
   * @return nats, at least +0.0; exactly 0 if X determines Y
   */
  public static double conditionalEntropyYGivenX(
      long[] counts, int rows, int columns, Kernels kernels) {
    Table table = Table.of(counts, rows, columns, kernels.logSums());
    return table.conditionalEntropyYGivenX();
  }

  /**
   * Returns what is left to learn of X once Y is known, on adaptive kernels.
   *
   * <p>{@code H(X|Y) = sum n_xy ln(n_y/n_xy) / N}.
   *
   * @param counts the table, row-major
   * @param rows symbols of X
   * @param columns symbols of Y
   * @return nats, at least +0.0; exactly 0 if Y determines X
   */
  public static double conditionalEntropyXGivenY(long[] counts, int rows, int columns) {
    return conditionalEntropyXGivenY(counts, rows, columns, Kernels.adaptive());
  }

  /**
   * Returns what is left to learn of X once Y is known.
   *
   * <p>{@code H(X|Y) = sum n_xy ln(n_y/n_xy) / N}.
   *
   * @param counts the table, row-major
   * @param rows symbols of X
   * @param columns symbols of Y
   * @param kernels what computes it
   * @return nats, at least +0.0; exactly 0 if Y determines X
   */
  public static double conditionalEntropyXGivenY(
      long[] counts, int rows, int columns, Kernels kernels) {
    Table table = Table.of(counts, rows, columns, kernels.logSums());
    return table.conditionalEntropyXGivenY();
  }

  /**
   * Returns what X and Y tell about each other, on adaptive kernels.
   *
   * <p>{@code I(X;Y) = KL(joint | product of marginals)}, computed from {@code n_xy N - n_x n_y}.
   *
   * @param counts the table, row-major
   * @param rows symbols of X
   * @param columns symbols of Y
   * @return nats, at least +0.0; exactly 0 if the counts are an outer product
   */
  public static double mutualInformation(long[] counts, int rows, int columns) {
    return mutualInformation(counts, rows, columns, Kernels.adaptive());
  }

  /**
   * Returns what X and Y tell about each other.
   *
   * <p>{@code I(X;Y) = KL(joint | product of marginals)}, computed from {@code n_xy N - n_x n_y}.
   *
   * @param counts the table, row-major
   * @param rows symbols of X
   * @param columns symbols of Y
   * @param kernels what computes it
   * @return nats, at least +0.0; exactly 0 if the counts are an outer product
   */
  public static double mutualInformation(long[] counts, int rows, int columns, Kernels kernels) {
    Table table = Table.of(counts, rows, columns, kernels.logSums());
    return table.mutualInformation();
  }

  /**
   * Returns the mutual information relative to the mean of both entropies, on adaptive kernels.
   *
   * <p>{@code NMI = 2 I / (H(X) + H(Y))}, without unit.
   *
   * @param counts the table, row-major
   * @param rows symbols of X
   * @param columns symbols of Y
   * @return from +0.0 to 1; empty if both columns are constant, where it is 0/0
   */
  public static OptionalDouble normalizedMutualInformation(long[] counts, int rows, int columns) {
    return normalizedMutualInformation(counts, rows, columns, Kernels.adaptive());
  }

  /**
   * Returns the mutual information relative to the mean of both entropies.
   *
   * <p>{@code NMI = 2 I / (H(X) + H(Y))}, without unit.
   *
   * @param counts the table, row-major
   * @param rows symbols of X
   * @param columns symbols of Y
   * @param kernels what computes it
   * @return from +0.0 to 1; empty if both columns are constant, where it is 0/0
   */
  public static OptionalDouble normalizedMutualInformation(
      long[] counts, int rows, int columns, Kernels kernels) {
    Table table = Table.of(counts, rows, columns, kernels.logSums());
    return table.normalizedMutualInformation();
  }

  /**
   * Returns the distance of X and Y as partitions, on adaptive kernels.
   *
   * <p>{@code VI = H(X|Y) + H(Y|X)}, a metric. Source: M. Meila (2003).
   *
   * @param counts the table, row-major
   * @param rows symbols of X
   * @param columns symbols of Y
   * @return nats, at least +0.0
   */
  public static double variationOfInformation(long[] counts, int rows, int columns) {
    return variationOfInformation(counts, rows, columns, Kernels.adaptive());
  }

  /**
   * Returns the distance of X and Y as partitions.
   *
   * <p>{@code VI = H(X|Y) + H(Y|X)}, a metric. Source: M. Meila (2003).
   *
   * @param counts the table, row-major
   * @param rows symbols of X
   * @param columns symbols of Y
   * @param kernels what computes it
   * @return nats, at least +0.0
   */
  public static double variationOfInformation(
      long[] counts, int rows, int columns, Kernels kernels) {
    Table table = Table.of(counts, rows, columns, kernels.logSums());
    return table.conditionalEntropyYGivenX() + table.conditionalEntropyXGivenY();
  }
}
