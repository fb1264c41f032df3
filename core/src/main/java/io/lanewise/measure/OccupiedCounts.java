package io.lanewise.measure;

import io.lanewise.kernel.Kernels;
import java.util.Arrays;

/** Checked counts of the symbols that occurred, in an alphabet that may be larger. */
final class OccupiedCounts {
  private final long[] counts;
  private final int symbols;
  private final double total;

  private OccupiedCounts(long[] counts, int symbols) {
    this.counts = counts;
    this.symbols = symbols;
    total = new CountWeights(counts).total().hi();
  }

  static OccupiedCounts of(long[] counts, int symbols) {
    CountWeights.areWide("counts", counts);
    long[] occupied = Arrays.stream(counts).filter(count -> count > 0).toArray();
    if (occupied.length > symbols) {
      throw new IllegalArgumentException(
          "symbols = " + symbols + ", but " + occupied.length + " of them occurred");
    }
    return new OccupiedCounts(occupied, symbols);
  }

  /** K, how many symbols there could be. */
  int symbols() {
    return symbols;
  }

  /** How many symbols occurred. */
  int size() {
    return counts.length;
  }

  long count(int i) {
    return counts[i];
  }

  double share(int i) {
    return counts[i] / total;
  }

  /** N. */
  double total() {
    return total;
  }

  /** How many symbols occurred once. */
  double singletons() {
    return Arrays.stream(counts).filter(count -> count == 1).count();
  }

  double plugInEntropy() {
    return Entropy.entropy(counts, Kernels.scalar());
  }
}
