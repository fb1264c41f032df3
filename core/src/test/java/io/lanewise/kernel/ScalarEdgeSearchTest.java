package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.kernel.scalar.ScalarEdgeSearch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The scalar search, and the thresholds that all searches take. */
final class ScalarEdgeSearchTest extends EdgeSearchContract {

  @Override
  protected EdgeSearch search() {
    return new ScalarEdgeSearch();
  }

  @Test
  void thresholdsMustAscend() {
    assertThrows(IllegalArgumentException.class, () -> new DoubleEdges(new double[] {1, 0}));
    assertThrows(
        IllegalArgumentException.class, () -> new DoubleEdges(new double[] {1, Double.NaN}));
    assertThrows(IllegalArgumentException.class, () -> new LongEdges(new long[] {1, 0}));
  }

  @Test
  void thresholdsAreLimited() {
    assertEquals(EdgeSearch.MOST, new LongEdges(new long[EdgeSearch.MOST]).count());
    assertThrows(
        IllegalArgumentException.class, () -> new LongEdges(new long[EdgeSearch.MOST + 1]));
    assertThrows(
        IllegalArgumentException.class, () -> new DoubleEdges(new double[EdgeSearch.MOST + 1]));
  }

  @Test
  void quantilesOfSkewedDataShareNoCell() {
    double[] logNormal =
        IntStream.rangeClosed(-32, 32).mapToDouble(i -> Math.exp(i / 10.0)).toArray();
    assertEquals(1, new DoubleEdges(logNormal).cells().rounds());
  }
}
