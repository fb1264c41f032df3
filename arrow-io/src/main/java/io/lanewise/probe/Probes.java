package io.lanewise.probe;

import io.lanewise.kernel.Kernels;
import io.lanewise.report.KernelReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The probes of all families, and their measurement. */
public final class Probes {

  /** Rounds that count; the best of them is told. */
  private static final int ROUNDS = 15;

  private Probes() {}

  private static List<KernelProbe> all() {
    return Stream.of(
            LogSumProbes.all(),
            EdgeSearchProbes.all(),
            MatrixProbes.all(),
            FunctionProbes.all(),
            ReductionProbes.all(),
            AdamProbes.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Most steps that a measurement takes, each as long as any other; warm code needs half. */
  public static long steps(boolean withVectors) {
    return (long) (WarmUp.MOST + ROUNDS) * all().size() * (withVectors ? 2 : 1);
  }

  /**
   * Measures each kernel and compares its bits.
   *
   * @param scalar the scalar kernels
   * @param vector the vector kernels, null where there are none
   * @param stepNanos how long to run a kernel without a break
   * @param progress told the number of steps done
   */
  public static List<KernelReport.Row> measure(
      Kernels scalar, @Nullable Kernels vector, long stepNanos, LongConsumer progress) {
    List<KernelProbe> probes = all();
    List<Stopwatch> watches = new ArrayList<>();
    for (KernelProbe probe : probes) {
      watches.add(new Stopwatch(probe.run().apply(scalar), stepNanos));
      if (vector != null) {
        watches.add(new Stopwatch(probe.run().apply(vector), stepNanos));
      }
    }
    new WarmUp().run(watches, progress);
    long steps = steps(vector != null) - (long) ROUNDS * watches.size();
    for (int round = 0; round < ROUNDS; round++) {
      for (Stopwatch watch : watches) {
        watch.improve();
        progress.accept(++steps);
      }
    }
    List<KernelReport.Row> rows = new ArrayList<>();
    for (KernelProbe probe : probes) {
      double[] expected = probe.results().apply(scalar);
      double scalarNanos = watches.removeFirst().best() / probe.operations();
      KernelReport.Twin twin = null;
      if (vector != null) {
        double vectorNanos = watches.removeFirst().best() / probe.operations();
        boolean same = KernelProbe.sameBits(expected, probe.results().apply(vector));
        twin = new KernelReport.Twin(vectorNanos, same);
      }
      rows.add(
          new KernelReport.Row(probe.kernel(), probe.each(), scalarNanos, twin, expected.length));
    }
    return rows;
  }
}
