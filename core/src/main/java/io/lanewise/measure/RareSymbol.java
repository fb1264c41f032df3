package io.lanewise.measure;

import io.lanewise.kernel.LogTerms;

/**
 * What a symbol adds to JS and to its bias under equality, given how often it occurs on both sides
 * together; in units of 1/{@link TwoSamples#chiSquarePerNat}.
 *
 * <p>Of the t rows, x are on the smaller side, hypergeometric. Probabilities are summed from the
 * mode outwards by the ratio of neighbours, {@code P(x+1)/P(x) = (n-x)(t-x) / ((x+1)(m-t+x+1))}, so
 * there is no factorial, and no more than about 30 terms where x is expected below 5 times, 110
 * below 40.
 *
 * @param mean of the symbol's term of JS
 * @param variance of that term
 * @param covariance of that term with x
 * @param bias mean of the symbol's term in the bias of JS
 */
record RareSymbol(double mean, double variance, double covariance, double bias) {

  /** A probability that no longer counts beside that of the mode. */
  private static final double NEGLIGIBLE = 0x1p-60;

  /** Of a symbol with t rows, between a side of {@code small} and one of {@code large} rows. */
  static RareSymbol of(double t, double small, double large) {
    Moments moments = new Moments(t, small, large);
    double mode = Math.floor((small + 1) / (small + large + 2) * (t + 1));
    moments.add(1, mode);
    double weight = 1;
    for (double x = mode + 1; x <= t; x++) {
      weight *= (small - x + 1) / x * ((t - x + 1) / (large - t + x));
      if (weight <= NEGLIGIBLE) {
        break;
      }
      moments.add(weight, x);
    }
    weight = 1;
    for (double x = mode - 1; x >= 0; x--) {
      weight *= (x + 1) / (small - x) * ((large - t + x + 1) / (t - x));
      if (weight <= NEGLIGIBLE) {
        break;
      }
      moments.add(weight, x);
    }
    return moments.symbol();
  }

  /** Weighted sums over x. */
  private static final class Moments {
    private final double t;
    private final double small;
    private final double large;
    private final double perNat;
    private double weights;
    private double terms;
    private double squares;
    private double rows;
    private double products;
    private double biases;

    Moments(double t, double small, double large) {
      this.t = t;
      this.small = small;
      this.large = large;
      perNat = 8 / (1 / small + 1 / large);
    }

    void add(double weight, double x) {
      double w = x * large;
      double v = (t - x) * small;
      double term = perNat * (LogTerms.jsTerm(w, v, v - w) / (4 * small * large));
      weights += weight;
      terms += weight * term;
      squares += weight * term * term;
      rows += weight * x;
      products += weight * term * x;
      biases += weight * perNat * JsBias.term(x / small, (t - x) / large, small, large);
    }

    RareSymbol symbol() {
      double mean = terms / weights;
      return new RareSymbol(
          mean,
          Math.max(0, squares / weights - mean * mean),
          products / weights - mean * (rows / weights),
          biases / weights);
    }
  }
}
