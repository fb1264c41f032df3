package io.lanewise.measure;

import io.lanewise.kernel.LogTerms;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Counts of which some reach 2^53, so that a double may not hold them: exact integers throughout.
 *
 * <p>Rare, so written for clarity; about 0.3 microseconds per symbol.
 */
final class WideCounts {
  private final BigInteger[] counts;
  private final BigInteger total;

  WideCounts(long[] counts) {
    this(Arrays.stream(counts).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
  }

  WideCounts(BigInteger[] counts) {
    this.counts = counts;
    total = Arrays.stream(counts).reduce(BigInteger.ZERO, BigInteger::add);
  }

  int size() {
    return counts.length;
  }

  BigInteger count(int i) {
    return counts[i];
  }

  BigInteger total() {
    return total;
  }

  double entropy() {
    CompensatedSum sum = new CompensatedSum();
    for (BigInteger count : counts) {
      double gap = total.subtract(count).doubleValue();
      sum.add(LogTerms.entropyTerm(count.doubleValue(), gap, total.doubleValue()));
    }
    return sum.value() / total.doubleValue();
  }
}
