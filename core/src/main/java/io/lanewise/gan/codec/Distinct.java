package io.lanewise.gan.codec;

/**
 * The distinct finite values of an ordered column.
 *
 * @param line the values
 * @param counts how often each occurs
 */
@SuppressWarnings("ArrayRecordComponent") // held by one fit, never compared
record Distinct(Line line, long[] counts) {

  int size() {
    return counts.length;
  }

  /** Some of the values. */
  Distinct select(int[] indices) {
    long[] selected = new long[indices.length];
    for (int i = 0; i < indices.length; i++) {
      selected[i] = counts[indices[i]];
    }
    return new Distinct(line.select(indices), selected);
  }

  long total() {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }

  /** The mean count of the values next to one, up to four on each side; 0 if it is alone. */
  double meanBeside(int index) {
    int from = Math.max(0, index - NEIGHBOURS);
    int to = Math.min(counts.length, index + NEIGHBOURS + 1);
    long sum = -counts[index];
    for (int i = from; i < to; i++) {
      sum += counts[i];
    }
    return to - from == 1 ? 0 : (double) sum / (to - from - 1);
  }

  private static final int NEIGHBOURS = 4;
}
