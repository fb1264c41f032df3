package io.lanewise.measure;

import io.lanewise.kernel.BinaryCrossEntropy;
import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.LogSums;
import io.lanewise.kernel.LogisticTerms;
import java.util.OptionalDouble;

/**
 * What a discriminator's logits say: its loss, and how far it proves real and generated rows apart.
 *
 * <p>A logit z says {@code D = 1/(1+e^-z)}, the probability that a row is real; its label y is 1
 * for a real row, 0 for a generated one, or in between for a smoothed one. Nats. From logits,
 * {@code -log D = max(-z,0) + ln(1 + e^-|z|)}: never the logarithm of a rounded D. An infinite
 * logit costs nothing where it is right, and is infinitely wrong elsewhere.
 *
 * <p>The loss is summed in blocks of 512 rows counted from the start, means row by row, all
 * compensated: it does not matter how the rows are cut into batches. Error: a term at most 3.7e-16
 * relative ({@link LogisticTerms}), sums of positive terms 35 2^-53 more ({@link
 * BinaryCrossEntropy}). Sums may pass the doubles where means do not. Memory does not grow with the
 * rows. Cost: some 25 ns a row.
 *
 * <p>Source of the bound: I. Goodfellow et al., "Generative Adversarial Nets" (2014), theorem 1:
 * {@code max V = 2 JS - ln 4}, over all discriminators.
 */
public final class LogitStream {

  /** The normal quantile of a one-sided confidence of 95 %. */
  private static final double QUANTILE = 1.6448536269514722;

  private static final double LN4 = 2 * Divergence.LN2;

  private final String logitsName;
  private final String labelsName;
  private final BinaryCrossEntropy kernel;
  private final double[] logitBlock = new double[LogSums.BLOCK];
  private final double[] labelBlock = new double[LogSums.BLOCK];
  private int filled;
  private long rows;
  private boolean infinite;
  private boolean smoothed;

  /** Twice the rows on the right side of 0; those at 0 count half. */
  private long twiceRight;

  private final WideSum loss = new WideSum();
  private final WeightedMean real = new WeightedMean();
  private final WeightedMean generated = new WeightedMean();

  /**
   * Begins.
   *
   * @param kernels what computes
   * @param logitsName how messages call the column of logits
   * @param labelsName how they call that of labels
   */
  public LogitStream(Kernels kernels, String logitsName, String labelsName) {
    this.logitsName = logitsName;
    this.labelsName = labelsName;
    kernel = kernels.binaryCrossEntropy();
  }

  /**
   * Adds the next rows.
   *
   * @param logits z, any number but NaN
   * @param labels y, 0 to 1
   * @param count how many rows of these arrays
   * @throws IllegalArgumentException if one is not; the message names row and column
   */
  public void add(double[] logits, double[] labels, int count) {
    for (int i = 0; i < count; i++) {
      check(logits[i], labels[i]);
      add(logits[i], labels[i]);
      rows++;
    }
  }

  private void check(double z, double y) {
    if (Double.isNaN(z)) {
      throw new IllegalArgumentException(
          "row " + rows + ", column '" + logitsName + "': NaN, expected a logit");
    }
    if (!(y >= 0 && y <= 1)) {
      throw new IllegalArgumentException(
          "row " + rows + ", column '" + labelsName + "': " + y + ", expected a label from 0 to 1");
    }
  }

  private void add(double z, double y) {
    smoothed |= y > 0 && y < 1;
    if (z == 0 || y == 0.5) {
      twiceRight++;
    } else {
      twiceRight += (z > 0) == (y > 0.5) ? 2 : 0;
    }
    // As sure as a finite logit can be, its terms are 0 where an infinite one is right.
    double finite = Math.clamp(z, -Double.MAX_VALUE, Double.MAX_VALUE);
    boolean wrong = Double.isInfinite(z) && y != (z > 0 ? 1 : 0);
    infinite |= wrong;
    if (y > 0) {
      real.add(y, wrong && z < 0 ? Double.NEGATIVE_INFINITY : -LogisticTerms.loss(finite, 1));
    }
    if (y < 1) {
      generated.add(
          1 - y, wrong && z > 0 ? Double.NEGATIVE_INFINITY : -LogisticTerms.loss(finite, 0));
    }
    logitBlock[filled] = wrong ? 0 : finite;
    labelBlock[filled] = y;
    if (++filled == LogSums.BLOCK) {
      flush();
    }
  }

  private void flush() {
    double sum = kernel.sum(logitBlock, 0, labelBlock, 0, filled);
    if (Double.isFinite(sum)) {
      loss.add(sum);
    } else {
      for (int i = 0; i < filled; i++) {
        loss.add(LogisticTerms.loss(logitBlock[i], labelBlock[i]));
      }
    }
    filled = 0;
  }

  /**
   * What the rows amount to, in nats where it is information.
   *
   * @param rows how many there are
   * @param real how many of them are real: the sum of the labels
   * @param generated how many are generated
   * @param crossEntropy binary cross-entropy, {@code -mean [y ln D + (1-y) ln(1-D)]}, possibly
   *     infinite
   * @param accuracy share of rows whose logit is on the label's side of 0; 0 itself is half right
   * @param value {@code V = E_real ln D + E_generated ln(1-D)}, means of each side; possibly
   *     -infinity, and empty where a side has no rows. A discriminator that cannot tell them apart
   *     has -ln 4
   * @param jsLowerBound {@code (V + ln 4)/2}, at least 0: JS of real and generated rows is at least
   *     that, in expectation; empty where a side has no rows, or labels are smoothed and so mix the
   *     sides
   * @param jsLowerLimit its one-sided 95 % lower limit, normal, at least 0; 0 with one row on a
   *     side. A limit only for rows that the discriminator was not trained on
   */
  public record Result(
      long rows,
      double real,
      double generated,
      double crossEntropy,
      double accuracy,
      OptionalDouble value,
      OptionalDouble jsLowerBound,
      OptionalDouble jsLowerLimit) {}

  /**
   * What all rows so far amount to. More may follow, but then the loss is summed in other blocks.
   *
   * @return all numbers
   * @throws IllegalArgumentException if there are no rows
   */
  public Result result() {
    if (rows == 0) {
      throw new IllegalArgumentException("0 rows, expected at least 1");
    }
    if (filled > 0) {
      flush();
    }
    OptionalDouble value = OptionalDouble.empty();
    OptionalDouble bound = OptionalDouble.empty();
    OptionalDouble limit = OptionalDouble.empty();
    if (real.weight() > 0 && generated.weight() > 0) {
      double v = real.mean() + generated.mean();
      value = OptionalDouble.of(v);
      if (!smoothed) {
        bound = OptionalDouble.of(Math.max(0, (v + LN4) / 2));
        double error = Math.sqrt(real.meanVariance() + generated.meanVariance());
        double lowest = Double.isFinite(error) ? (v + LN4 - QUANTILE * error) / 2 : 0;
        limit = OptionalDouble.of(Math.max(0, lowest));
      }
    }
    return new Result(
        rows,
        real.weight(),
        generated.weight(),
        infinite ? Double.POSITIVE_INFINITY : loss.dividedBy((double) rows),
        0.5 * twiceRight / rows,
        value,
        bound,
        limit);
  }
}
