package io.lanewise.measure;

import java.util.Arrays;

/**
 * What JS does when both samples come from one distribution, given their pooled counts; in units of
 * 1/{@link TwoSamples#chiSquarePerNat}, where it would be a chi-square if counts were large.
 *
 * <p>A symbol that is expected often on both sides adds {@code 1 - pi} to the mean and twice that
 * to the variance, as in a chi-square; a rarer one what {@link RareSymbol} works out.
 *
 * @param mean of JS
 * @param variance of JS
 * @param bias mean of {@link JsBias#ofPossible}
 */
record EqualityMoments(double mean, double variance, double bias) {

  /**
   * Of counts of both sides together, whose sum is near n + m; sorts them.
   *
   * @param often expected count from which on the quadratic approximation serves
   */
  static EqualityMoments of(double[] pooled, double n, double m, double often) {
    double small = Math.min(n, m);
    double large = Math.max(n, m);
    CompensatedSum mean = new CompensatedSum();
    CompensatedSum variance = new CompensatedSum();
    CompensatedSum bias = new CompensatedSum();
    double covariance = 0;
    // Equal counts stand together once sorted, so each distinct one is worked out once.
    Arrays.sort(pooled);
    int from = 0;
    while (from < pooled.length) {
      double t = pooled[from];
      int to = from + 1;
      while (to < pooled.length && pooled[to] == t) {
        to++;
      }
      double share = t / (n + m);
      if (small * share >= often) {
        mean.add((to - from) * (1 - share));
        variance.add((to - from) * (2 * (1 - share)));
        bias.add((to - from) * (1 - share));
      } else {
        RareSymbol symbol = RareSymbol.of(t, small, large);
        mean.add((to - from) * symbol.mean());
        variance.add((to - from) * symbol.variance());
        bias.add((to - from) * symbol.bias());
        covariance += (to - from) * symbol.covariance();
      }
      from = to;
    }
    // The rows of a side are fixed: what JS shares with their number does not vary.
    variance.add(-covariance * covariance / (small * (large / (n + m))));
    return new EqualityMoments(mean.value(), Math.max(0, variance.value()), bias.value());
  }
}
