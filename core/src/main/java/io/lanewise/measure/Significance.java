package io.lanewise.measure;

import io.lanewise.kernel.Kernels;

/**
 * What chance alone would do: how sure a difference is, and how large it would be without one.
 *
 * <p>Arrays hold one count per symbol, p the real data with n rows, q the generated data with m
 * rows. A count is not negative, both arrays are as long, and both sides have at least one row;
 * otherwise IllegalArgumentException. Symbols that are empty on both sides change nothing. No
 * result is NaN or negative. Cost: 5 to 50 ns per symbol, unless a method says otherwise, on scalar
 * kernels: tables are small, and vector code takes half a second to compile.
 *
 * <p>How these were chosen, and how they did in simulations: {@code docs/significance.md}.
 */
public final class Significance {

  private Significance() {}

  /**
   * Returns the G statistic, twice the logarithm of the likelihood ratio.
   *
   * <p>{@code G = 2n KL(p|pool) + 2m KL(q|pool)}, the pool being both samples together. It is not
   * turned into a p-value: with few rows a symbol, as a chi-square it rejects nine of ten equal
   * pairs. Relative error as of the measures, about 1e-15; equal shares give exactly 0. Source: S.
   * S. Wilks, "The Likelihood Test of Independence in Contingency Tables" (1935).
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @return without unit, at least +0.0
   */
  public static double g(long[] p, long[] q) {
    TwoSamples samples = TwoSamples.of(p, q);
    long[] table = new long[2 * p.length];
    System.arraycopy(p, 0, table, 0, p.length);
    System.arraycopy(q, 0, table, p.length, q.length);
    // The information between side and symbol is this very sum, and its table adds up any counts.
    return 2 * samples.total() * Dependence.mutualInformation(table, 2, p.length, Kernels.scalar());
  }

  /**
   * Returns how often two samples of one distribution differ as much as these.
   *
   * <p>Pearson's X^2 of the 2 x K table, against a gamma distribution with its exact mean and
   * variance under all tables with the same margins. It holds its size where counts are small and
   * rows unequal; exact to about 1e-2 of the size, not to the last digit. 1 where nothing can be
   * told: one symbol, fewer than 4 rows, or an X^2 that has one value only, as where every row is a
   * symbol of its own. Source: {@code ContingencyMoments}; K. Pearson (1900), J. B. S. Haldane
   * (1940), R. B. Dawson (1954).
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @return a probability, from 0 to 1
   */
  public static double pValue(long[] p, long[] q) {
    return ContingencyMoments.pValue(TwoSamples.of(p, q), p, q);
  }

  /**
   * Returns the JS to expect of two samples of one distribution.
   *
   * <p>{@code sum (1 - pi)(1/n + 1/m)/8}, pi the pooled share, which adds up to {@code (K-1)(1/n +
   * 1/m)/8}; a symbol expected fewer than 5 times on one side adds its exact mean given its pooled
   * count. About half of all equal pairs exceed it. Cost: 2 ns per symbol, and 0.2 microseconds for
   * each distinct small count.
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @return nats, from +0.0 to ln 2
   */
  public static double jsNoiseFloor(long[] p, long[] q) {
    TwoSamples samples = TwoSamples.of(p, q);
    return new NoiseFloor(samples.pTotal(), samples.qTotal()).of(samples);
  }

  /**
   * Returns the JS to expect of a perfect generator, whose rows come from the real distribution.
   *
   * <p>As {@link #jsNoiseFloor(long[], long[])} with pooled counts {@code real (n+m)/n}, rounded.
   *
   * @param real counts of the real data
   * @param generatedRows m, at least 1
   * @return nats, from +0.0 to ln 2
   */
  public static double jsNoiseFloor(long[] real, long generatedRows) {
    if (generatedRows < 1) {
      throw new IllegalArgumentException(
          "generatedRows = " + generatedRows + ": at least 1 is needed");
    }
    TwoSamples samples = TwoSamples.of(real, real);
    return new NoiseFloor(samples.pTotal(), (double) generatedRows).ofPerfect(samples);
  }

  /**
   * Returns JS without what chance adds to it on average.
   *
   * <p>Subtracts {@code (Kp-1)/4n + (Kq-1)/4m - 1/8 sum [p(1-p)/n + q(1-q)/m] / ((p+q)/2)}, which
   * is 0 for disjoint samples and the noise floor for equal shares. The second-order bias of the
   * three entropies in JS; G. A. Miller (1955).
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @return nats, from +0.0 to ln 2
   */
  public static double jsCorrected(long[] p, long[] q) {
    return corrected(TwoSamples.of(p, q), Divergence.jsDivergence(p, q, Kernels.scalar()));
  }

  /**
   * Returns an interval for the JS of the two distributions that the samples came from.
   *
   * <p>With {@code T = 8nm/(n+m) JS} and {@code T0} its mean under equality: up to {@code T = 4 T0
   * + 60} the inversion of a noncentral chi-square, whose mean and variance at 0 are those under
   * equality given the pooled counts; beyond, {@code T} less its bias, as a normal with the delta
   * method's variance. The lower end is 0 where equality explains the samples. The upper end is ln
   * 2 where chance alone would give more than a quarter of that; both ends say so with fewer than 4
   * rows in all. It is widened to hold {@link #jsCorrected}, and for disjoint samples ln 2. Cost: 5
   * to 50 microseconds for 64 symbols. Covers 94 to 97 % at 95 % where n and m exceed the number of
   * symbols by far; {@code docs/significance.md} tells where it covers less.
   *
   * @param p counts of the real data
   * @param q counts of the generated data
   * @param confidence such as 0.95, above 0 and below 1
   * @return nats, within 0 and ln 2
   */
  public static Interval jsInterval(long[] p, long[] q, double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence = " + confidence + ": it must be above 0 and below 1");
    }
    TwoSamples samples = TwoSamples.of(p, q);
    double js = Divergence.jsDivergence(p, q, Kernels.scalar());
    Interval interval = JsInterval.of(samples, js, confidence);
    // The approximation may miss its own estimate where most symbols are rare; of disjoint samples
    // that is ln 2.
    double corrected = corrected(samples, js);
    return new Interval(
        Math.min(interval.lower(), corrected), Math.max(interval.upper(), corrected));
  }

  /**
   * Returns p-values adjusted for how many were looked at.
   *
   * <p>The i-th smallest of k becomes {@code min over j >= i of p_j k/j}: rejecting where this is
   * below 0.05 makes at most 5 % false rejections among all, on average. Source: Y. Benjamini, Y.
   * Hochberg, "Controlling the False Discovery Rate" (1995). Cost: sorting.
   *
   * @param pValues from 0 to 1, in any order, may be empty
   * @return adjusted, in the order given, from 0 to 1, not below what was given
   */
  public static double[] benjaminiHochberg(double[] pValues) {
    return FalseDiscovery.benjaminiHochberg(pValues);
  }

  /**
   * Returns how often two tables with the same mutual information differ in it as much as these,
   * and the standard error of that difference.
   *
   * <p>Two-sided, normal. From each plug-in value goes what independent columns with the same
   * margins would have on average (N. X. Vinh, J. Epps, J. Bailey 2010); the variance of a side is
   * {@code s Var(ln(p_xy / (p_x p_y)))/n + df/(2n^2)}, {@code df = (Kx-1)(Ky-1)}, s the share of
   * both informations that is left. Its size is 3 to 8 % at 5 % where cells have rows enough, and
   * less near independence, where equality at a small information cannot be told from it: 0 to 2 %
   * for 3 x 3. Unreliable for a strong dependence where one side has fewer rows than cells and the
   * other many more. 1 where neither side has any. Cost: 0.2 microseconds per cell and side.
   *
   * @param real table of the real data, row-major, as in {@link Dependence}
   * @param generated table of the generated data, over the same symbols
   * @param rows symbols of X
   * @param columns symbols of Y
   * @return the standard error and the p-value
   */
  public static MutualInformationChange mutualInformationChange(
      long[] real, long[] generated, int rows, int columns) {
    return ContingencyTable.of(real, rows, columns, Kernels.scalar())
        .mutualInformationChange(ContingencyTable.of(generated, rows, columns, Kernels.scalar()));
  }

  private static double corrected(TwoSamples samples, double js) {
    return Math.clamp(js - JsBias.ofObserved(samples), 0, Divergence.LN2);
  }
}
