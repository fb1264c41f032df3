package io.lanewise.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.kernel.DoubleEdges;
import io.lanewise.kernel.EdgeSearch;
import io.lanewise.kernel.Kernels;
import io.lanewise.kernel.LongEdges;
import io.lanewise.kernel.scalar.ScalarEdgeSearch;
import io.lanewise.report.KernelJson;
import io.lanewise.report.KernelReport;
import io.lanewise.report.KernelText;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProbesTest {
  private static final long STEP_NANOS = 100_000;
  private final Kernels scalar = Kernels.scalar();
  private long done;

  @Test
  void everyStepIsTold() {
    Probes.measure(scalar, scalar, STEP_NANOS, steps -> done = steps);
    assertEquals(Probes.steps(true), done);
    Probes.measure(scalar, null, STEP_NANOS, steps -> done = steps);
    assertEquals(Probes.steps(false), done);
  }

  @Test
  void scalarKernelsHaveTheirOwnBits() {
    for (KernelReport.Row row : Probes.measure(scalar, scalar, STEP_NANOS, steps -> {})) {
      assertTrue(Objects.requireNonNull(row.vector()).sameBits(), row.kernel());
      assertTrue(row.scalarNanos() > 0 && row.scalarNanos() < 1e6, row.kernel());
    }
  }

  @Test
  void aKernelThatLiesIsNamed() {
    Kernels liar = new Kernels("liar", 64, scalar.logSums(), new OneTooMany());
    KernelReport report =
        new KernelReport(
            KernelReport.Machine.here("test"),
            "liar",
            64,
            null,
            Probes.measure(scalar, liar, STEP_NANOS, steps -> {}),
            "test");
    assertEquals(List.of("bin of 64"), report.differing());
    assertTrue(KernelText.of(report).contains("NO"));
    assertTrue(KernelJson.of(report).contains("\"sameBits\": false"));
  }

  @Test
  void bitsAreComparedAndNotValues() {
    assertTrue(KernelProbe.sameBits(new double[] {Double.NaN, 1}, new double[] {Double.NaN, 1}));
    assertFalse(KernelProbe.sameBits(new double[] {0.0}, new double[] {-0.0}));
    assertFalse(KernelProbe.sameBits(new double[] {1}, new double[] {Math.nextUp(1.0)}));
    assertFalse(KernelProbe.sameBits(new double[] {1}, new double[] {1, 2}));
  }

  @Test
  void theProcessorHasAName() {
    assertFalse(Processor.name().isBlank());
  }

  /** Wrong for the last value alone. */
  private static final class OneTooMany implements EdgeSearch {
    private final EdgeSearch right = new ScalarEdgeSearch();

    @Override
    public void search(double[] values, int count, DoubleEdges edges, int nanBin, int[] bins) {
      right.search(values, count, edges, nanBin, bins);
      bins[count - 1]++;
    }

    @Override
    public void search(long[] values, int count, LongEdges edges, int[] bins) {
      right.search(values, count, edges, bins);
    }
  }
}
