package io.lanewise.gan.codec;

import java.util.stream.IntStream;

/** Tells numbers that take much of the mass from those that lie among others. */
final class Spikes {

  private static final int LEAST_SHARE = 20;
  private static final double LEAST_RATIO = 4;

  private Spikes() {}

  /**
   * Which of the distinct values are spikes: those with at least 1/20 of the rows, and at least
   * four times as many as the values beside them have on average, {@link Distinct#meanBeside}.
   *
   * @param rows that are not null
   * @param mostPlain if there are no more distinct values than that, all are
   */
  static int[] of(Distinct values, long rows, int mostPlain) {
    if (values.size() <= mostPlain) {
      return IntStream.range(0, values.size()).toArray();
    }
    int[] spikes =
        IntStream.range(0, values.size()).filter(i -> isSpike(values, i, rows)).toArray();
    // One value alone would be a stretch without length.
    return values.size() - spikes.length == 1
        ? IntStream.range(0, values.size()).toArray()
        : spikes;
  }

  private static boolean isSpike(Distinct values, int index, long rows) {
    long count = values.counts()[index];
    return count >= (rows + LEAST_SHARE - 1) / LEAST_SHARE
        && count >= LEAST_RATIO * values.meanBeside(index);
  }
}
