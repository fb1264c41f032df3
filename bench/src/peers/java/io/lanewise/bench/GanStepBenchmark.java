package io.lanewise.bench;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.lanewise.gan.GanLoss;
import io.lanewise.gan.GanSettings;
import io.lanewise.gan.GanTrainer;
import io.lanewise.gan.Optimizer;
import io.lanewise.gan.Prior;
import io.lanewise.gan.codec.RowLayout;
import io.lanewise.kernel.Kernels;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a step of both networks takes, against PyTorch through DJL: a generator 16-128-128-8
 * with ReLU and tanh, a discriminator 8-128-128-1 with leaky ReLU, batch 128, Adam.
 *
 * <p>Each draws its real rows and random numbers, and computes both losses. A step of Lanewise also
 * keeps the average of the generator's parameters, which PyTorch is spared.
 *
 * <p>The products of a step are 49.8 million operations: {@code FmaPeakBenchmark} tells what they
 * take at least.
 *
 * <p>PyTorch is called in three ways: array by array with {@code backward} and an update of each
 * parameter, as people write it; by a TorchScript with automatic differentiation and its fused
 * Adam, one call a step; by the same with gradients written out by hand. What that one call costs
 * by itself, from Java to PyTorch and back, {@code pyTorchCall} tells.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 8, time = 1)
public class GanStepBenchmark {

  static final int ROWS = 4096;
  static final RowLayout LAYOUT =
      new RowLayout(
          IntStream.range(0, TorchGan.WIDTH)
              .mapToObj(i -> new RowLayout.Block(i, List.of(RowLayout.Stretch.SPREAD)))
              .toList());
  static final GanSettings SETTINGS =
      new GanSettings(
          List.of(128, 128),
          List.of(128, 128),
          TorchGan.LATENT,
          Prior.NORMAL,
          TorchGan.BATCH,
          1,
          GanLoss.NON_SATURATING,
          0,
          0,
          0,
          1,
          Optimizer.Adam.USUAL,
          Optimizer.Adam.USUAL,
          0,
          0.999);

  /** Of either side; PyTorch's are its own. */
  @Param({"1", "2"})
  int threads = 1;

  /** Lanewise. */
  @State(Scope.Benchmark)
  public static class Trainer {
    GanTrainer trainer = trainer(rows(ROWS), 1);

    /** Makes the networks. */
    @Setup(Level.Trial)
    public void prepare(GanStepBenchmark benchmark) {
      trainer.close();
      trainer = trainer(rows(ROWS), benchmark.threads);
    }

    /** Ends its threads. */
    @TearDown(Level.Trial)
    public void close() {
      trainer.close();
    }
  }

  /** PyTorch array by array. */
  @State(Scope.Benchmark)
  public static class Eager {
    @Nullable EagerStep step;

    /** Makes the networks. */
    @Setup(Level.Trial)
    public void prepare(GanStepBenchmark benchmark) {
      step = new EagerStep(benchmark.threads);
    }
  }

  /** PyTorch by a script with automatic differentiation. */
  @State(Scope.Benchmark)
  public static class Automatic {
    @Nullable TorchStep step;

    /** Makes the networks. */
    @Setup(Level.Trial)
    public void prepare(GanStepBenchmark benchmark) {
      step = new TorchStep(GanScript.Gradients.AUTOMATIC, benchmark.threads);
    }
  }

  /** PyTorch by a script with gradients that are written out. */
  @State(Scope.Benchmark)
  public static class WrittenOut {
    @Nullable TorchStep step;

    /** Makes the networks. */
    @Setup(Level.Trial)
    public void prepare(GanStepBenchmark benchmark) {
      step = new TorchStep(GanScript.Gradients.WRITTEN_OUT, benchmark.threads);
    }
  }

  /** A GAN of PyTorch's with what its steps draw from. */
  private static final class TorchStep {
    private final TorchGan gan;
    private final NDArray rows;
    private final NDArray unused;

    TorchStep(GanScript.Gradients gradients, int threads) {
      gan = torch(gradients, threads);
      rows = gan.array(rows(ROWS), ROWS, TorchGan.WIDTH);
      unused = gan.array(new float[1], 1);
    }

    void run() {
      gan.run(rows, unused).close();
    }

    void call() {
      gan.call(rows, unused).close();
    }
  }

  /** The same for one that works array by array. */
  private static final class EagerStep {
    private final EagerGan gan;
    private final NDArray rows;
    private final NDArray unused;

    EagerStep(int threads) {
      TorchGan start = torch(GanScript.Gradients.AUTOMATIC, threads);
      gan = new EagerGan(start, true);
      rows = start.array(rows(ROWS), ROWS, TorchGan.WIDTH);
      unused = start.array(new float[1], 1);
    }

    void run() {
      gan.run(rows, unused);
    }
  }

  private static TorchGan torch(GanScript.Gradients gradients, int threads) {
    try (GanTrainer start = trainer(rows(1), 1)) {
      return new TorchGan(
          gradients,
          true,
          start.generator().parameters(),
          start.discriminator().parameters(),
          threads);
    }
  }

  /** Lanewise. */
  @Benchmark
  public void vector(Trainer lanewise) {
    lanewise.trainer.step();
  }

  /** PyTorch as people write it. */
  @Benchmark
  public void pyTorchEager(Eager torch) {
    requireNonNull(torch.step).run();
  }

  /** PyTorch by a script, with automatic differentiation. */
  @Benchmark
  public void pyTorchScript(Automatic torch) {
    requireNonNull(torch.step).run();
  }

  /** PyTorch by the operators alone that its differentiation would call. */
  @Benchmark
  public void pyTorchWrittenOut(WrittenOut torch) {
    requireNonNull(torch.step).run();
  }

  /** A call of PyTorch that computes nothing: what Java costs in either. */
  @Benchmark
  public void pyTorchCall(WrittenOut torch) {
    requireNonNull(torch.step).call();
  }

  static GanTrainer trainer(float[] rows, int threads) {
    return new GanTrainer(SETTINGS, LAYOUT, rows, 1, threads, Kernels.simd());
  }

  static float[] rows(int count) {
    Random random = new Random(7);
    float[] rows = new float[count * TorchGan.WIDTH];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = 2 * random.nextFloat() - 1;
    }
    return rows;
  }
}
