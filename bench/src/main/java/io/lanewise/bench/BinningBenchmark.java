package io.lanewise.bench;

import io.lanewise.kernel.CellTable;
import io.lanewise.kernel.DoubleEdges;
import io.lanewise.kernel.EdgeSearch;
import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ways to find the bin of a value among 64, a block of 1,024 normal values at a time. An operation
 * is a value; {@code cells} is what Lanewise does. Why it does not do {@code vectorCells}, which is
 * faster: docs/decisions/0002-bin-search.md
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BinningBenchmark {

  static final int VALUES = 1024;
  private static final int BINS = 64;
  private static final int SAMPLE = 1000;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(DOUBLES.length() * Integer.SIZE));

  private final double[] values = new double[VALUES];
  private final int[] cells = new int[VALUES];
  private final EdgeSearch search = Kernels.scalar().edgeSearch();
  final int[] bins = new int[VALUES];
  double[] thresholds = new double[0];
  private DoubleEdges edges = new DoubleEdges(thresholds);
  private int[] starts = new int[0];

  /** Draws values, and edges from others. */
  @Setup(Level.Trial)
  public void draw() {
    Random random = new Random(1);
    Arrays.setAll(values, i -> random.nextGaussian());
    double[] sample = new double[BINS * SAMPLE];
    Arrays.setAll(sample, i -> random.nextGaussian());
    Arrays.sort(sample);
    thresholds = new double[BINS - 1];
    Arrays.setAll(thresholds, i -> sample[(i + 1) * SAMPLE]);
    edges = new DoubleEdges(thresholds);
    char[] narrow = edges.cells().start();
    starts = new int[narrow.length];
    Arrays.setAll(starts, i -> narrow[i]);
  }

  /** Cells by exponent and fraction, then one comparison: what Lanewise does. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public int[] cells() {
    search.search(values, VALUES, edges, BINS, bins);
    return bins;
  }

  /** The same with the cells in vectors. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public int[] vectorCells() {
    findCells();
    char[] start = edges.cells().start();
    for (int i = 0; i < VALUES; i++) {
      bins[i] = start[cells[i]];
    }
    double[] padded = edges.thresholds();
    for (int round = 0; round < edges.cells().rounds(); round++) {
      for (int i = 0; i < VALUES; i++) {
        int bin = bins[i];
        bins[i] = bin + (padded[bin] <= values[i] ? 1 : 0);
      }
    }
    return bins;
  }

  /** The same with look-up and comparison in vectors too, by gathers. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public int[] vectorGathers() {
    findCells();
    for (int i = 0; i < VALUES; i += INTS.length()) {
      IntVector.fromArray(INTS, starts, 0, cells, i).intoArray(bins, i);
    }
    double[] padded = edges.thresholds();
    for (int round = 0; round < edges.cells().rounds(); round++) {
      for (int i = 0; i < VALUES; i += DOUBLES.length()) {
        var below =
            DoubleVector.fromArray(DOUBLES, padded, 0, bins, i)
                .compare(VectorOperators.LE, DoubleVector.fromArray(DOUBLES, values, i));
        IntVector.fromArray(INTS, bins, i).add(1, below.cast(INTS)).intoArray(bins, i);
      }
    }
    return bins;
  }

  private void findCells() {
    CellTable table = edges.cells();
    DoubleVector origin = DoubleVector.broadcast(DOUBLES, table.origin());
    for (int i = 0; i < VALUES; i += DOUBLES.length()) {
      LongVector bits =
          DoubleVector.fromArray(DOUBLES, values, i).sub(origin).viewAsIntegralLanes();
      LongVector cell = bits.lanewise(VectorOperators.ASHR, table.shift()).sub(table.base());
      LongVector clamped = cell.max(LongVector.zero(LONGS)).min(table.start().length - 1L);
      ((IntVector) clamped.convertShape(VectorOperators.L2I, INTS, 0)).intoArray(cells, i);
    }
  }

  /** A binary search by six gathers. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public int[] vectorBinarySearch() {
    Arrays.fill(bins, 0);
    for (int step = BINS / 2; step > 0; step /= 2) {
      for (int i = 0; i < VALUES; i += DOUBLES.length()) {
        IntVector bin = IntVector.fromArray(INTS, bins, i);
        bin.add(step - 1).intoArray(cells, i);
        var below =
            DoubleVector.fromArray(DOUBLES, thresholds, 0, cells, i)
                .compare(VectorOperators.LE, DoubleVector.fromArray(DOUBLES, values, i));
        bin.add(step, below.cast(INTS)).intoArray(bins, i);
      }
    }
    return bins;
  }

  /** What the JDK has. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public int[] jdkBinarySearch() {
    for (int i = 0; i < VALUES; i++) {
      int place = Arrays.binarySearch(thresholds, values[i]);
      bins[i] = place < 0 ? -place - 1 : place + 1;
    }
    return bins;
  }

  /** What comes to mind first. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public int[] linearSearch() {
    for (int i = 0; i < VALUES; i++) {
      int bin = 0;
      while (bin < thresholds.length && thresholds[bin] <= values[i]) {
        bin++;
      }
      bins[i] = bin;
    }
    return bins;
  }

  /** Bins of equal width, which need no search: the least that binning can cost. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public int[] equalWidths() {
    for (int i = 0; i < VALUES; i++) {
      bins[i] = Math.clamp((int) ((values[i] + 3.2) * 10), 0, BINS - 1);
    }
    return bins;
  }
}
