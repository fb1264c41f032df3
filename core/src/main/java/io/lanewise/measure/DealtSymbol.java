package io.lanewise.measure;

import io.lanewise.kernel.LogTerms;

/**
 * What a symbol adds to {@code [JS(p,q1) - B1] - [JS(p,q2) - B2]} when its t rows in both generated
 * samples are dealt to the two at random.
 *
 * @param p the symbol's share of the real sample
 * @param n rows of the real sample
 * @param m rows of the first generated sample
 * @param l rows of the second
 */
record DealtSymbol(double p, double n, double m, double l) {

  /** A probability that no longer counts beside that of the mode. */
  private static final double NEGLIGIBLE = 0x1p-60;

  /**
   * What dealing makes of the term.
   *
   * @param mean of the term
   * @param variance of it
   * @param covariance of it with the rows that the first sample gets
   */
  record Moments(double mean, double variance, double covariance) {}

  /** The term where the first sample has x of the rows and the second y. */
  double difference(double x, double y) {
    return corrected(x / m, m) - corrected(y / l, l);
  }

  private double corrected(double q, double rows) {
    if (p + q == 0) {
      return 0;
    }
    return 0.25 * LogTerms.jsTerm(p, q, q - p) - JsBias.term(p, q, n, rows);
  }

  /**
   * As if x were normal, by three nodes of Gauss and Hermite, exact for terms of the fifth degree.
   * The mean is what the bias corrects already.
   */
  Moments smooth(double t) {
    double mean = t * (m / (m + l));
    double deviation = Math.sqrt(mean * (l / (m + l)));
    double node = Math.sqrt(3) * deviation;
    double middle = difference(mean, t - mean);
    double low = difference(mean - node, t - mean + node) - middle;
    double high = difference(mean + node, t - mean - node) - middle;
    double shift = (low + high) / 6;
    return new Moments(0, (low * low + high * high) / 6 - shift * shift, (high - low) / 6 * node);
  }

  /**
   * Sums over all deals that matter, from the mode outwards. The mean is over hypergeometric deals;
   * variance and covariance are over binomial ones, which become hypergeometric once the rows of
   * the first sample are fixed over all symbols, and whoever adds symbols up does that.
   */
  Moments exact(double t) {
    Deals deals = new Deals(t);
    deals.walk();
    return deals.moments();
  }

  /** Weighted sums over x, the rows that the first sample gets. */
  private final class Deals {
    private final double t;
    private final double reference;
    private double exactWeights;
    private double exactTerms;
    private double weights;
    private double terms;
    private double squares;
    private double rows;
    private double products;

    Deals(double t) {
      this.t = t;
      // Moments about a typical term, so that the variance is no difference of large numbers.
      reference = difference(t * m / (m + l), t * l / (m + l));
    }

    void walk() {
      double mode = Math.min(Math.floor((t + 1) * (m / (m + l))), m);
      mode = Math.max(mode, t - l);
      add(mode, 1, 1);
      double exact = 1;
      double weight = 1;
      for (double x = mode + 1; x <= t; x++) {
        exact *= Math.max(0, m - x + 1) * (t - x + 1) / (x * (l - t + x));
        weight *= (t - x + 1) / x * (m / l);
        if (Math.max(exact, weight) <= NEGLIGIBLE) {
          break;
        }
        add(x, exact, weight);
      }
      exact = 1;
      weight = 1;
      for (double x = mode - 1; x >= 0; x--) {
        exact *= (x + 1) * Math.max(0, l - t + x + 1) / ((m - x) * (t - x));
        weight *= (x + 1) / (t - x) * (l / m);
        if (Math.max(exact, weight) <= NEGLIGIBLE) {
          break;
        }
        add(x, exact, weight);
      }
    }

    private void add(double x, double exact, double weight) {
      double term = difference(x, t - x) - reference;
      exactWeights += exact;
      exactTerms += exact * term;
      weights += weight;
      terms += weight * term;
      squares += weight * term * term;
      rows += weight * x;
      products += weight * term * x;
    }

    Moments moments() {
      double mean = terms / weights;
      return new Moments(
          reference + exactTerms / exactWeights,
          Math.max(0, squares / weights - mean * mean),
          products / weights - mean * (rows / weights));
    }
  }
}
