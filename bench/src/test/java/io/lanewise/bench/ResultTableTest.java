package io.lanewise.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Public, because the code that JMH generates sees the benchmark in it. */
public class ResultTableTest {

  /** Two methods of which one takes about eight times as long. */
  @State(Scope.Benchmark)
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public static class Tokens {

    /** A factor for both. */
    @Param({"1000", "2000"})
    public int size;

    /** The base. */
    @Benchmark
    public void vector() {
      Blackhole.consumeCPU(size);
    }

    /** The other. */
    @Benchmark
    public void scalar() {
      Blackhole.consumeCPU(8L * size);
    }
  }

  @Test
  void aRowPerParametersAndAColumnPerMethodWithTheRatio() throws RunnerException {
    // Benchmarks that run beside this test would refuse it, and it measures nothing.
    System.setProperty("jmh.ignoreLock", "true");
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("ResultTableTest.Tokens")
                    .forks(0)
                    .warmupIterations(1)
                    .warmupTime(TimeValue.milliseconds(20))
                    .measurementIterations(3)
                    .measurementTime(TimeValue.milliseconds(20))
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    List<String> lines = ResultTable.of(results).getFirst().lines();
    assertEquals("## Tokens, ns/op", lines.get(0));
    assertEquals("| size | scalar | vector |", lines.get(2));
    assertEquals("|---|---:|---:|", lines.get(3));
    String number = "[0-9,.]+ ± [0-9,.]+";
    assertTrue(
        lines
            .get(4)
            .matches("\\| 1000 \\| %s \\(\\d+\\.\\d\\d x\\) \\| %s \\|".formatted(number, number)),
        lines.get(4));
    assertTrue(lines.get(5).startsWith("| 2000 | "), lines.get(5));
    assertTrue(
        lines.get(7).matches("Allocated: at most [0-9.]+ bytes an operation\\."), lines.get(7));
  }
}
