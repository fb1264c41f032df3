package io.lanewise.kernel.scalar;

import io.lanewise.kernel.EdgeSearch;

/**
 * Finds bins one value at a time.
 *
 * <p>Branch-free binary search: a comparison's sign bit becomes a mask on the step, so an
 * unpredictable value costs no more than a predictable one, and the searches of neighbouring values
 * overlap.
 */
public final class ScalarEdgeSearch implements EdgeSearch {

  /** Creates the kernel, which holds no state. */
  public ScalarEdgeSearch() {}

  @Override
  public void search(
      double[] values, int count, double[] thresholds, int most, int nanBin, int[] bins) {
    int top = (thresholds.length + 1) >>> 1;
    for (int i = 0; i < count; i++) {
      double x = values[i];
      int bin = 0;
      for (int step = top; step > 0; step >>>= 1) {
        bin += thresholds[bin + step - 1] <= x ? step : 0;
      }
      bins[i] = Double.isNaN(x) ? nanBin : Math.min(bin, most);
    }
  }

  @Override
  public void search(long[] values, int count, long[] thresholds, int most, int[] bins) {
    int top = (thresholds.length + 1) >>> 1;
    for (int i = 0; i < count; i++) {
      long x = values[i];
      int bin = 0;
      for (int step = top; step > 0; step >>>= 1) {
        bin += thresholds[bin + step - 1] <= x ? step : 0;
      }
      bins[i] = Math.min(bin, most);
    }
  }
}
