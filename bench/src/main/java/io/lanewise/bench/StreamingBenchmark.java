package io.lanewise.bench;

import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Table;
import io.lanewise.container.Container;
import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Scorer;
import io.lanewise.evaluate.StreamingEvaluator;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.profile.PairPlan;
import io.lanewise.profile.Profile;
import io.lanewise.profile.ProfileFormat;
import io.lanewise.profile.ReferenceFitter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to look while the data arrives: a snapshot of 50 columns with all 1,225 pairs, the
 * sum of two such profiles, in memory and from bytes to bytes, and counting a batch of 8,192 rows.
 * 100,000 rows a side were counted before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
public class StreamingBenchmark {

  static final int ROWS_PER_SIDE = 100_000;
  static final int BATCH_ROWS = 8_192;

  /** Threads that score. */
  @Param({"1", "2"})
  int threads = 1;

  private StreamingEvaluator evaluator;
  private StreamingEvaluator counting;
  private ColumnBatch batch;
  private Profile first;
  private Profile second;
  private byte[] firstBytes;
  private byte[] secondBytes;

  /** Counts both sides. */
  @Setup(Level.Trial)
  public void count() {
    WideRows rows = new WideRows();
    Table real = Table.of("real", List.of(rows.draw(ROWS_PER_SIDE, 1, 0)));
    evaluator = StreamingEvaluator.fit(real, real.schema(), scorer(threads));
    evaluator.acceptGenerated(rows.draw(ROWS_PER_SIDE, 2, 0.1));
    counting = StreamingEvaluator.fit(real, real.schema(), scorer(threads));
    batch = rows.draw(BATCH_ROWS, 3, 0.1);
    first = evaluator.real();
    second = evaluator.generated();
    firstBytes = ProfileFormat.write(first).toBytes();
    secondBytes = ProfileFormat.write(second).toBytes();
  }

  private static Scorer scorer(int threads) {
    return new Scorer(
        ColumnSelection.ALL,
        ReferenceFitter.MOST_BINS,
        PairPlan.AUTOMATIC,
        OptionalDouble.empty(),
        EntropyEstimator.MILLER_MADOW,
        0,
        threads,
        Kernels.adaptive());
  }

  /** Scores what was counted. */
  @Benchmark
  public Scorecard snapshot() {
    return evaluator.snapshot();
  }

  /** Adds two profiles. */
  @Benchmark
  public Profile merge() {
    return first.plus(second);
  }

  /** Reads two profiles, adds them, writes the sum. */
  @Benchmark
  public byte[] mergeBytes() {
    return ProfileFormat.write(read(firstBytes).plus(read(secondBytes))).toBytes();
  }

  private static Profile read(byte[] bytes) {
    return ProfileFormat.read(Container.of(bytes, "profile"), "profile");
  }

  /** Counts a batch. */
  @Benchmark
  public ColumnBatch accept() {
    counting.acceptGenerated(batch);
    return batch;
  }
}
