package io.lanewise.gan.codec;

/**
 * The distinct finite values of an ordered column.
 *
 * @param line the values
 * @param counts how often each occurs
 */
@SuppressWarnings("ArrayRecordComponent") // held by one fit, never compared
record Distinct(Line line, long[] counts) {

  private static final int NEIGHBOURS = 4;

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

  /**
   * The mean count of the values next to one, up to four on each side and without the most frequent
   * of them, for two spikes may stand side by side; 0 if there is none.
   */
  double meanBeside(int index) {
    int from = Math.max(0, index - NEIGHBOURS);
    int to = Math.min(counts.length, index + NEIGHBOURS + 1);
    long sum = -counts[index];
    long most = 0;
    for (int i = from; i < to; i++) {
      sum += counts[i];
      most = i == index ? most : Math.max(most, counts[i]);
    }
    int neighbours = to - from - 1;
    if (neighbours < 2) {
      return sum;
    }
    return (double) (sum - most) / (neighbours - 1);
  }
}
