package io.lanewise.bench;

import java.util.Random;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ways to count how often each of 64 codes occurs. An operation is a code; {@code fourTables} is
 * what {@code CodeCounter} does. (Pairs of columns: {@link JointCountDesigns}.)
 *
 * <p>{@code even}: all equally likely. {@code skewed}: one code in 97 rows of 100, so that with one
 * table each increment waits for the one before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CountBenchmark {

  static final int CODES = 1 << 13;
  static final int SYMBOLS = 64;

  /** How the codes are distributed. */
  @Param({"even", "skewed"})
  String codesAre;

  final int[] codes = new int[CODES];
  private final long[] table = new long[4 * SYMBOLS];
  private final int[] narrow = new int[4 * SYMBOLS];

  /** Draws the codes. */
  @Setup(Level.Trial)
  public void draw() {
    Random random = new Random(1);
    for (int i = 0; i < CODES; i++) {
      boolean usual = codesAre.equals("skewed") && random.nextInt(100) < 97;
      codes[i] = usual ? 0 : random.nextInt(SYMBOLS);
    }
  }

  /** One table of longs. */
  @Benchmark
  @OperationsPerInvocation(CODES)
  public long[] oneTable() {
    for (int i = 0; i < CODES; i++) {
      table[codes[i]]++;
    }
    return table;
  }

  /** Two tables of longs in turn. */
  @Benchmark
  @OperationsPerInvocation(CODES)
  public long[] twoTables() {
    for (int i = 0; i < CODES; i += 2) {
      table[codes[i]]++;
      table[SYMBOLS + codes[i + 1]]++;
    }
    return table;
  }

  /** Four tables of longs in turn: what Lanewise does. */
  @Benchmark
  @OperationsPerInvocation(CODES)
  public long[] fourTables() {
    for (int i = 0; i < CODES; i += 4) {
      table[codes[i]]++;
      table[SYMBOLS + codes[i + 1]]++;
      table[2 * SYMBOLS + codes[i + 2]]++;
      table[3 * SYMBOLS + codes[i + 3]]++;
    }
    return table;
  }

  /** Four tables of ints in turn, to be emptied before they overflow. */
  @Benchmark
  @OperationsPerInvocation(CODES)
  public int[] fourTablesOfInts() {
    for (int i = 0; i < CODES; i += 4) {
      narrow[codes[i]]++;
      narrow[SYMBOLS + codes[i + 1]]++;
      narrow[2 * SYMBOLS + codes[i + 2]]++;
      narrow[3 * SYMBOLS + codes[i + 3]]++;
    }
    return narrow;
  }

  /** The count of a code over all tables. */
  long count(int code) {
    long sum = 0;
    for (int i = code; i < table.length; i += SYMBOLS) {
      sum += table[i] + narrow[i];
    }
    return sum;
  }
}
