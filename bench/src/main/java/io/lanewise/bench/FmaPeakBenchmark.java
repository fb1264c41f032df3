package io.lanewise.bench;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many float operations a core can do: fused multiply-adds on registers alone, each two
 * operations. Operations per nanosecond are GFLOP/s, the ceiling of {@code GemmBenchmark}.
 *
 * <p>Twelve sums are under way at once: two units with a latency of four or five cycles need ten.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FmaPeakBenchmark {

  static final int SUMS = 12;
  static final int ROUNDS = 4096;

  private static final VectorSpecies<Float> HALF = FloatVector.SPECIES_256;
  private static final VectorSpecies<Float> FULL = FloatVector.SPECIES_512;

  /** Sums become s/2 + 1/2: they approach 1 and stay ordinary numbers. */
  float factor = 0.5f;

  /** With vectors of 256 bits. */
  @Benchmark
  @OperationsPerInvocation(2 * SUMS * ROUNDS * 8)
  public float bits256() {
    FloatVector x = FloatVector.broadcast(HALF, factor);
    FloatVector s0 = x.add(0);
    FloatVector s1 = x.add(1);
    FloatVector s2 = x.add(2);
    FloatVector s3 = x.add(3);
    FloatVector s4 = x.add(4);
    FloatVector s5 = x.add(5);
    FloatVector s6 = x.add(6);
    FloatVector s7 = x.add(7);
    FloatVector s8 = x.add(8);
    FloatVector s9 = x.add(9);
    FloatVector s10 = x.add(10);
    FloatVector s11 = x.add(11);
    for (int i = 0; i < ROUNDS; i++) {
      s0 = s0.fma(x, x);
      s1 = s1.fma(x, x);
      s2 = s2.fma(x, x);
      s3 = s3.fma(x, x);
      s4 = s4.fma(x, x);
      s5 = s5.fma(x, x);
      s6 = s6.fma(x, x);
      s7 = s7.fma(x, x);
      s8 = s8.fma(x, x);
      s9 = s9.fma(x, x);
      s10 = s10.fma(x, x);
      s11 = s11.fma(x, x);
    }
    FloatVector low = s0.add(s1).add(s2).add(s3).add(s4).add(s5);
    FloatVector high = s6.add(s7).add(s8).add(s9).add(s10).add(s11);
    return low.add(high).lane(0);
  }

  /** With vectors of 512 bits. */
  @Benchmark
  @OperationsPerInvocation(2 * SUMS * ROUNDS * 16)
  public float bits512() {
    FloatVector x = FloatVector.broadcast(FULL, factor);
    FloatVector s0 = x.add(0);
    FloatVector s1 = x.add(1);
    FloatVector s2 = x.add(2);
    FloatVector s3 = x.add(3);
    FloatVector s4 = x.add(4);
    FloatVector s5 = x.add(5);
    FloatVector s6 = x.add(6);
    FloatVector s7 = x.add(7);
    FloatVector s8 = x.add(8);
    FloatVector s9 = x.add(9);
    FloatVector s10 = x.add(10);
    FloatVector s11 = x.add(11);
    for (int i = 0; i < ROUNDS; i++) {
      s0 = s0.fma(x, x);
      s1 = s1.fma(x, x);
      s2 = s2.fma(x, x);
      s3 = s3.fma(x, x);
      s4 = s4.fma(x, x);
      s5 = s5.fma(x, x);
      s6 = s6.fma(x, x);
      s7 = s7.fma(x, x);
      s8 = s8.fma(x, x);
      s9 = s9.fma(x, x);
      s10 = s10.fma(x, x);
      s11 = s11.fma(x, x);
    }
    FloatVector low = s0.add(s1).add(s2).add(s3).add(s4).add(s5);
    FloatVector high = s6.add(s7).add(s8).add(s9).add(s10).add(s11);
    return low.add(high).lane(0);
  }
}
