package io.lanewise.probe;

import io.lanewise.kernel.Kernels;
import java.util.function.Function;

/**
 * A kernel with data to run it on: ordinary data for its speed, hard data for its bits.
 *
 * @param kernel what it computes
 * @param each what an operation is
 * @param operations how many a run does
 * @param run binds ordinary data to kernels; every run of the result does the same work, and writes
 *     to arrays of its own
 * @param results what kernels return for hard data, special values among it: floats and integers
 *     widened to double, which is exact
 */
record KernelProbe(
    String kernel,
    String each,
    int operations,
    Function<Kernels, Runnable> run,
    Function<Kernels, double[]> results) {

  /** Whether two results are the same bits, all NaN counted as one. */
  static boolean sameBits(double[] expected, double[] actual) {
    boolean same = expected.length == actual.length;
    for (int i = 0; same && i < expected.length; i++) {
      same = Double.doubleToLongBits(expected[i]) == Double.doubleToLongBits(actual[i]);
    }
    return same;
  }
}
