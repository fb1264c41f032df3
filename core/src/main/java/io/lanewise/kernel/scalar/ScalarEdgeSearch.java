package io.lanewise.kernel.scalar;

import io.lanewise.kernel.CellTable;
import io.lanewise.kernel.DoubleEdges;
import io.lanewise.kernel.EdgeSearch;
import io.lanewise.kernel.LongEdges;

/**
 * Finds bins by a look-up and a few comparisons, each a pass of its own over the block.
 *
 * <p>No pass has a branch that depends on a value, and the passes over the cells are simple enough
 * for the compiler to vectorise. On 64 quantiles of normal, uniform, spiked and log-normal data:
 * 1.8 to 2.2 ns a value, against 2.6 for one pass that does it all, 7.8 to 9.5 for a branch-free
 * binary search, 8 to 14 for the same level by level, 12 to 13 for two levels of eight comparisons,
 * and 2.6 to 22 for cells of equal width.
 */
public final class ScalarEdgeSearch implements EdgeSearch {

  /** Comparisons from which on a binary search is no slower. */
  private static final int MOST_ROUNDS = 6;

  /** Creates the kernel, which holds no state. */
  public ScalarEdgeSearch() {}

  @Override
  public void search(double[] values, int count, DoubleEdges edges, int nanBin, int[] bins) {
    double[] thresholds = edges.thresholds();
    if (edges.cells().rounds() <= MOST_ROUNDS) {
      start(values, count, edges.cells(), bins);
      for (int round = 0; round < edges.cells().rounds(); round++) {
        step(values, count, thresholds, bins);
      }
    } else {
      for (int i = 0; i < count; i++) {
        bins[i] = binary(values[i], thresholds, edges.count());
      }
    }
    for (int i = 0; i < count; i++) {
      bins[i] = Double.isNaN(values[i]) ? nanBin : bins[i];
    }
  }

  private static void start(double[] values, int count, CellTable cells, int[] bins) {
    char[] start = cells.start();
    for (int i = 0; i < count; i++) {
      bins[i] = start[cells.cell(values[i] - cells.origin())];
    }
  }

  private static void step(double[] values, int count, double[] thresholds, int[] bins) {
    for (int i = 0; i < count; i++) {
      int bin = bins[i];
      bins[i] = bin + (thresholds[bin] <= values[i] ? 1 : 0);
    }
  }

  private static int binary(double value, double[] thresholds, int count) {
    int bin = 0;
    for (int end = count; bin < end; ) {
      int middle = (bin + end) >>> 1;
      if (thresholds[middle] <= value) {
        bin = middle + 1;
      } else {
        end = middle;
      }
    }
    return bin;
  }

  @Override
  public void search(long[] values, int count, LongEdges edges, int[] bins) {
    long[] thresholds = edges.thresholds();
    if (edges.cells().rounds() <= MOST_ROUNDS) {
      start(values, count, edges.cells(), bins);
      for (int round = 0; round < edges.cells().rounds(); round++) {
        step(values, count, thresholds, bins);
      }
      // The largest long is not below the padding and has stepped over it.
      for (int i = 0; i < count; i++) {
        bins[i] = Math.min(bins[i], edges.count());
      }
    } else {
      for (int i = 0; i < count; i++) {
        bins[i] = binary(values[i], thresholds, edges.count());
      }
    }
  }

  private static void start(long[] values, int count, CellTable cells, int[] bins) {
    char[] start = cells.start();
    for (int i = 0; i < count; i++) {
      bins[i] = start[cells.cell((double) values[i] - cells.origin())];
    }
  }

  private static void step(long[] values, int count, long[] thresholds, int[] bins) {
    for (int i = 0; i < count; i++) {
      int bin = bins[i];
      bins[i] = bin + (thresholds[bin] <= values[i] ? 1 : 0);
    }
  }

  private static int binary(long value, long[] thresholds, int count) {
    int bin = 0;
    for (int end = count; bin < end; ) {
      int middle = (bin + end) >>> 1;
      if (thresholds[middle] <= value) {
        bin = middle + 1;
      } else {
        end = middle;
      }
    }
    return bin;
  }
}
