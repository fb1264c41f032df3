package io.lanewise.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
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
 * Ways to count which symbols of two columns come together, all 45 pairs of ten columns. An
 * operation is one row of one pair; {@code twoPairs} is what {@code JointCounter} does.
 *
 * <p>{@code even}: 16 symbols, equally likely. {@code skewed}: one of two symbols in 97 rows of
 * 100, so that one cell takes nearly all and each increment waits for the one before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class JointCountDesigns {

  static final int ROWS = 1 << 13;
  static final int COLUMNS = 10;
  static final int PAIRS = COLUMNS * (COLUMNS - 1) / 2;

  /** Pairs of ten columns that triples cover: 17 are needed (La Jolla covering C(10,3,2)). */
  private static final int[][] TRIPLES = {
    {0, 1, 2}, {0, 3, 4}, {0, 5, 6}, {0, 7, 8}, {0, 9, 1}, {1, 3, 5}, {1, 4, 7}, {1, 6, 8},
    {2, 3, 6}, {2, 4, 8}, {2, 5, 7}, {2, 9, 3}, {3, 7, 8}, {4, 5, 9}, {4, 6, 9}, {5, 8, 9},
    {6, 7, 9}
  };

  private static final int CELLS = 256;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** How the symbols are distributed. */
  @Param({"even", "skewed"})
  String symbols;

  final byte[][] narrow = new byte[COLUMNS][ROWS];
  final int[][] wide = new int[COLUMNS][ROWS];
  private final long[][] longs = new long[PAIRS][CELLS];
  private final int[][] ints = new int[PAIRS][4 * CELLS];
  private final int[][] triples = new int[TRIPLES.length][16 * CELLS];

  /** Draws the symbols. */
  @Setup(Level.Trial)
  public void draw() {
    Random random = new Random(1);
    for (int column = 0; column < COLUMNS; column++) {
      for (int row = 0; row < ROWS; row++) {
        int symbol = symbols.equals("even") ? random.nextInt(16) : random.nextInt(100) / 97;
        narrow[column][row] = (byte) symbol;
        wide[column][row] = symbol;
      }
    }
  }

  /** One counting loop over a pair. */
  private interface PairLoop {
    void count(int x, int y, int pair);
  }

  private void forAll(PairLoop loop) {
    int pair = 0;
    for (int x = 0; x < COLUMNS; x++) {
      for (int y = x + 1; y < COLUMNS; y++) {
        loop.count(x, y, pair++);
      }
    }
  }

  /** Codes as ints, one table of longs. */
  @Benchmark
  @OperationsPerInvocation(ROWS * PAIRS)
  public long[][] ints() {
    forAll((x, y, pair) -> ints(wide[x], wide[y], longs[pair]));
    return longs;
  }

  private static void ints(int[] x, int[] y, long[] table) {
    for (int i = 0; i < ROWS; i++) {
      table[x[i] * 16 + y[i]]++;
    }
  }

  /** Codes as bytes, one table of ints. */
  @Benchmark
  @OperationsPerInvocation(ROWS * PAIRS)
  public int[][] bytes() {
    forAll((x, y, pair) -> bytes(narrow[x], narrow[y], ints[pair]));
    return ints;
  }

  private static void bytes(byte[] x, byte[] y, int[] table) {
    for (int i = 0; i < ROWS; i++) {
      table[x[i] << 4 | y[i]]++;
    }
  }

  /** Eight rows joined to cell numbers at a time, one table. */
  @Benchmark
  @OperationsPerInvocation(ROWS * PAIRS)
  public int[][] oneTable() {
    forAll((x, y, pair) -> oneTable(narrow[x], narrow[y], ints[pair]));
    return ints;
  }

  private static void oneTable(byte[] x, byte[] y, int[] table) {
    for (int i = 0; i < ROWS; i += 8) {
      long cells = (long) LONGS.get(x, i) << 4 | (long) LONGS.get(y, i);
      table[(int) cells & 0xff]++;
      table[(int) (cells >>> 8) & 0xff]++;
      table[(int) (cells >>> 16) & 0xff]++;
      table[(int) (cells >>> 24) & 0xff]++;
      table[(int) (cells >>> 32) & 0xff]++;
      table[(int) (cells >>> 40) & 0xff]++;
      table[(int) (cells >>> 48) & 0xff]++;
      table[(int) (cells >>> 56)]++;
    }
  }

  /** Eight rows joined to cell numbers at a time, two tables in turn. */
  @Benchmark
  @OperationsPerInvocation(ROWS * PAIRS)
  public int[][] twoTables() {
    forAll((x, y, pair) -> twoTables(narrow[x], narrow[y], ints[pair]));
    return ints;
  }

  private static void twoTables(byte[] x, byte[] y, int[] table) {
    for (int i = 0; i < ROWS; i += 8) {
      long cells = (long) LONGS.get(x, i) << 4 | (long) LONGS.get(y, i);
      table[(int) cells & 0xff]++;
      table[0x100 + ((int) (cells >>> 8) & 0xff)]++;
      table[(int) (cells >>> 16) & 0xff]++;
      table[0x100 + ((int) (cells >>> 24) & 0xff)]++;
      table[(int) (cells >>> 32) & 0xff]++;
      table[0x100 + ((int) (cells >>> 40) & 0xff)]++;
      table[(int) (cells >>> 48) & 0xff]++;
      table[0x100 + (int) (cells >>> 56)]++;
    }
  }

  /** Eight rows joined to cell numbers at a time, four tables in turn. */
  @Benchmark
  @OperationsPerInvocation(ROWS * PAIRS)
  public int[][] fourTables() {
    forAll((x, y, pair) -> fourTables(narrow[x], narrow[y], ints[pair]));
    return ints;
  }

  private static void fourTables(byte[] x, byte[] y, int[] table) {
    for (int i = 0; i < ROWS; i += 8) {
      long cells = (long) LONGS.get(x, i) << 4 | (long) LONGS.get(y, i);
      table[(int) cells & 0xff]++;
      table[0x100 + ((int) (cells >>> 8) & 0xff)]++;
      table[0x200 + ((int) (cells >>> 16) & 0xff)]++;
      table[0x300 + ((int) (cells >>> 24) & 0xff)]++;
      table[(int) (cells >>> 32) & 0xff]++;
      table[0x100 + ((int) (cells >>> 40) & 0xff)]++;
      table[0x200 + ((int) (cells >>> 48) & 0xff)]++;
      table[0x300 + (int) (cells >>> 56)]++;
    }
  }

  /** Two pairs that share a column at once, each in two tables in turn: what Lanewise does. */
  @Benchmark
  @OperationsPerInvocation(ROWS * PAIRS)
  public int[][] twoPairs() {
    int pair = 0;
    for (int x = 0; x < COLUMNS; x++) {
      int y = x + 1;
      for (; y + 1 < COLUMNS; y += 2, pair += 2) {
        twoPairs(narrow[x], narrow[y], narrow[y + 1], ints[pair], ints[pair + 1]);
      }
      if (y < COLUMNS) {
        twoTables(narrow[x], narrow[y], ints[pair++]);
      }
    }
    return ints;
  }

  private static void twoPairs(byte[] x, byte[] y, byte[] z, int[] table, int[] other) {
    for (int i = 0; i < ROWS; i += 8) {
      long rows = (long) LONGS.get(x, i) << 4;
      long first = rows | (long) LONGS.get(y, i);
      long second = rows | (long) LONGS.get(z, i);
      table[(int) first & 0xff]++;
      other[(int) second & 0xff]++;
      table[0x100 + ((int) (first >>> 8) & 0xff)]++;
      other[0x100 + ((int) (second >>> 8) & 0xff)]++;
      table[(int) (first >>> 16) & 0xff]++;
      other[(int) (second >>> 16) & 0xff]++;
      table[0x100 + ((int) (first >>> 24) & 0xff)]++;
      other[0x100 + ((int) (second >>> 24) & 0xff)]++;
      table[(int) (first >>> 32) & 0xff]++;
      other[(int) (second >>> 32) & 0xff]++;
      table[0x100 + ((int) (first >>> 40) & 0xff)]++;
      other[0x100 + ((int) (second >>> 40) & 0xff)]++;
      table[(int) (first >>> 48) & 0xff]++;
      other[(int) (second >>> 48) & 0xff]++;
      table[0x100 + (int) (first >>> 56)]++;
      other[0x100 + (int) (second >>> 56)]++;
    }
  }

  /** Three columns in one table of 4,096 cells, whose sums are three pairs. */
  @Benchmark
  @OperationsPerInvocation(ROWS * PAIRS)
  public int[][] triples() {
    for (int i = 0; i < TRIPLES.length; i++) {
      int[] columns = TRIPLES[i];
      triple(narrow[columns[0]], narrow[columns[1]], narrow[columns[2]], triples[i]);
    }
    return triples;
  }

  private static void triple(byte[] x, byte[] y, byte[] z, int[] table) {
    for (int i = 0; i < ROWS; i++) {
      table[x[i] << 8 | y[i] << 4 | z[i]]++;
    }
  }

  /** The counts of a pair over the cells 16 x + y, from whichever design counted last. */
  long[] counts(int pair) {
    long[] sums = longs[pair].clone();
    for (int i = 0; i < 4 * CELLS; i++) {
      sums[i % CELLS] += ints[pair][i];
    }
    return sums;
  }

  /** The counts of a pair that triples counted. */
  long[] countsOfTriples(int x, int y) {
    long[] sums = new long[CELLS];
    for (int i = 0; i < TRIPLES.length; i++) {
      int[] columns = TRIPLES[i];
      int atX = Arrays.stream(columns).boxed().toList().indexOf(x);
      int atY = Arrays.stream(columns).boxed().toList().indexOf(y);
      if (atX >= 0 && atY >= 0) {
        for (int cell = 0; cell < 16 * CELLS; cell++) {
          int symbolX = (cell >> (4 * (2 - atX))) & 15;
          int symbolY = (cell >> (4 * (2 - atY))) & 15;
          sums[16 * symbolX + symbolY] += triples[i][cell];
        }
        return sums;
      }
    }
    throw new IllegalArgumentException("no triple covers " + x + " and " + y);
  }
}
