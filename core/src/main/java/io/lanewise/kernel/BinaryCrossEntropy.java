package io.lanewise.kernel;

/**
 * Binary cross-entropy of logits, and its gradient: the losses of a discriminator and a generator.
 *
 * <p>Logits z say {@code P(1) = 1/(1+e^-z)}; labels y lie in 0..1 and may be smoothed. The terms
 * are {@link LogisticTerms}. Any thread may call any method at any time.
 */
public abstract class BinaryCrossEntropy {

  private static final int BLOCK = LogSums.BLOCK;

  /** Creates the kernels; they hold no state. */
  protected BinaryCrossEntropy() {}

  /**
   * Returns the loss, summed: divide by the count for the mean.
   *
   * <p>{@code sum max(z,0) - z y + ln(1 + e^-|z|)}, in nats. NaN gives NaN, an infinite logit NaN
   * or +infinity; labels outside 0..1 follow the formula. Blocks of 512, 16 lanes, folded; block
   * sums compensated. Error relative to the sum: that of a term ({@link LogisticTerms}) and 35
   * 2^-53. Cost: two divisions and about 40 operations an element.
   *
   * @param logits z
   * @param logitsFrom the first of them
   * @param labels y
   * @param labelsFrom the first of them
   * @param count how many
   * @return nats, +0.0 for no elements
   * @throws IllegalArgumentException if there are no such elements
   */
  public final double sum(
      double[] logits, int logitsFrom, double[] labels, int labelsFrom, int count) {
    check(logits.length, logitsFrom, labels.length, labelsFrom, count);
    double[] lanes = BlockScratch.ofThread().lanes;
    if (count <= BLOCK) {
      return blockSum(logits, logitsFrom, labels, labelsFrom, count, lanes);
    }
    CompensatedLanes blocks = new CompensatedLanes();
    for (int i = 0; i < count; ) {
      int length = Math.min(BLOCK, count - i);
      blocks.add(0, blockSum(logits, logitsFrom + i, labels, labelsFrom + i, length, lanes));
      i += length;
    }
    return blocks.total();
  }

  /**
   * Returns the loss of floats, summed in double.
   *
   * <p>The bits of the loss of the same numbers as doubles.
   *
   * @param logits z
   * @param logitsFrom the first of them
   * @param labels y
   * @param labelsFrom the first of them
   * @param count how many
   * @return nats, +0.0 for no elements
   * @throws IllegalArgumentException if there are no such elements
   */
  public final double sum(
      float[] logits, int logitsFrom, float[] labels, int labelsFrom, int count) {
    check(logits.length, logitsFrom, labels.length, labelsFrom, count);
    BlockScratch scratch = BlockScratch.ofThread();
    double[] z = scratch.first;
    double[] y = scratch.second;
    if (count <= BLOCK) {
      widen(logits, logitsFrom, count, z);
      widen(labels, labelsFrom, count, y);
      return blockSum(z, 0, y, 0, count, scratch.lanes);
    }
    CompensatedLanes blocks = new CompensatedLanes();
    for (int i = 0; i < count; ) {
      int length = Math.min(BLOCK, count - i);
      widen(logits, logitsFrom + i, length, z);
      widen(labels, labelsFrom + i, length, y);
      blocks.add(0, blockSum(z, 0, y, 0, length, scratch.lanes));
      i += length;
    }
    return blocks.total();
  }

  /**
   * Writes the gradient of the loss by the logits.
   *
   * <p>{@code gradient[i] = (1/(1+e^-z) - y) scale}, computed in double, rounded once to float; for
   * the mean, the scale is 1/count. NaN gives NaN. Cost: a division and about 20 operations an
   * element.
   *
   * @param scale factor of every element
   * @param logits z
   * @param logitsFrom the first of them
   * @param labels y
   * @param labelsFrom the first of them
   * @param count how many
   * @param gradient receives the gradient; may be either input, at the same place
   * @param gradientFrom where to write the first
   * @throws IllegalArgumentException if there are no such elements, or writing would change inputs
   *     that are still to be read
   */
  public final void gradient(
      double scale,
      float[] logits,
      int logitsFrom,
      float[] labels,
      int labelsFrom,
      int count,
      float[] gradient,
      int gradientFrom) {
    check(logits.length, logitsFrom, labels.length, labelsFrom, count);
    Ranges.check("cross-entropy, gradient", gradientFrom, count, gradient.length);
    if (gradient == logits) {
      Ranges.checkSameOrApart("gradient", gradientFrom, "logits", logitsFrom, count);
    }
    if (gradient == labels) {
      Ranges.checkSameOrApart("gradient", gradientFrom, "labels", labelsFrom, count);
    }
    BlockScratch scratch = BlockScratch.ofThread();
    double[] z = scratch.first;
    double[] y = scratch.second;
    for (int i = 0; i < count; ) {
      int length = Math.min(BLOCK, count - i);
      widen(logits, logitsFrom + i, length, z);
      widen(labels, labelsFrom + i, length, y);
      blockSlopes(z, y, length);
      for (int j = 0; j < length; j++) {
        gradient[gradientFrom + i + j] = (float) (z[j] * scale);
      }
      i += length;
    }
  }

  private static void check(
      int logitsLength, int logitsFrom, int labelsLength, int labelsFrom, int count) {
    Ranges.check("cross-entropy, logits", logitsFrom, count, logitsLength);
    Ranges.check("cross-entropy, labels", labelsFrom, count, labelsLength);
  }

  private static void widen(float[] from, int begin, int count, double[] to) {
    for (int i = 0; i < count; i++) {
      to[i] = from[begin + i];
    }
  }

  /**
   * The terms {@link LogisticTerms#loss} of at most 512 elements: 16 lanes, folded.
   *
   * @param lanes are overwritten
   */
  protected abstract double blockSum(
      double[] z, int zFrom, double[] y, int yFrom, int count, double[] lanes);

  /** Puts {@link LogisticTerms#slope} of the first {@code count} elements in place of z. */
  protected abstract void blockSlopes(double[] z, double[] y, int count);
}
