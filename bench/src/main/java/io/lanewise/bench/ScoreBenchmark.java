package io.lanewise.bench;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.MemoryBudget;
import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Scorer;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.profile.PairPlan;
import io.lanewise.profile.ReferenceFitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many rows per second are scored: 10 million real and 10 million generated rows of 10 columns,
 * from two uncompressed files in the page cache to a scorecard, fitting included, with all 45 pairs
 * of columns or without. A row of either side is an operation.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx320m", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class ScoreBenchmark {

  static final int ROWS_PER_SIDE = 10_000_000;

  /** Threads that score. */
  @Param({"1", "2"})
  int threads;

  /** Whether all 45 pairs of columns are counted, too. */
  @Param({"all", "none"})
  String pairs;

  private Path folder;
  private Path real;
  private Path generated;

  /** Writes the two tables. */
  @Setup(Level.Trial)
  public void write() throws IOException {
    folder = Files.createTempDirectory("lanewise-bench");
    real = folder.resolve("real.arrow");
    generated = folder.resolve("generated.arrow");
    MixedTable.write(real, ROWS_PER_SIDE, 1, 0);
    MixedTable.write(generated, ROWS_PER_SIDE, 2, 0.1);
  }

  /** Deletes them. */
  @TearDown(Level.Trial)
  public void delete() throws IOException {
    Files.delete(real);
    Files.delete(generated);
    Files.delete(folder);
  }

  /** Scores one file against the other. */
  @Benchmark
  @OperationsPerInvocation(2 * ROWS_PER_SIDE)
  public Scorecard score() {
    return score(
        real, generated, threads, pairs.equals("all") ? PairPlan.AUTOMATIC : PairPlan.NONE);
  }

  static Scorecard score(Path real, Path generated, int threads, PairPlan pairs) {
    MemoryBudget budget = new MemoryBudget(1 << 28);
    Scorer scorer =
        new Scorer(
            ColumnSelection.ALL,
            ReferenceFitter.MOST_BINS,
            pairs,
            OptionalDouble.empty(),
            EntropyEstimator.MILLER_MADOW,
            0,
            threads,
            Kernels.scalar());
    try (ArrowTable p = ArrowTable.open(List.of(real), budget);
        ArrowTable q = ArrowTable.open(List.of(generated), budget)) {
      return scorer.score(p, q, rows -> {});
    }
  }
}
