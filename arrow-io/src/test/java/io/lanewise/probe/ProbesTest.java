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
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProbesTest {
  private static final long STEP_NANOS = 20_000;
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
  void aKernelThatLiesIsNamed() throws ReflectiveOperationException {
    Kernels liar = withEdgeSearch(new OneTooMany());
    KernelReport report =
        new KernelReport(
            KernelReport.Machine.here("test"),
            "liar",
            64,
            null,
            Probes.measure(scalar, liar, STEP_NANOS, steps -> {}),
            "test");
    assertEquals(List.of("bin of 64, both scalar"), report.differing());
    assertTrue(KernelText.of(report).contains(" no "));
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

  /** By reflection, so that this need not know the other families. */
  private Kernels withEdgeSearch(EdgeSearch search) throws ReflectiveOperationException {
    RecordComponent[] components = Kernels.class.getRecordComponents();
    Object[] parts = new Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      boolean replaced = components[i].getType() == EdgeSearch.class;
      parts[i] = replaced ? search : components[i].getAccessor().invoke(scalar);
    }
    return (Kernels) Kernels.class.getConstructors()[0].newInstance(parts);
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
