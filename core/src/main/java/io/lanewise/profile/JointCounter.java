package io.lanewise.profile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts which coarse symbols come together, for every pair of a pair space. One thread.
 *
 * <p>Up to 16 symbols a side, the symbols of eight rows are read as one long each and joined to
 * eight cell numbers by one shift and one or. Two pairs that share a column are counted at once,
 * each in two tables in turn, because equal cells in a row would each wait for the one before to
 * reach memory. Measured against six other designs: {@code docs/decisions/0004-pairs.md}.
 */
final class JointCounter {

  /** Rows that are gathered before they are counted: ten columns of them fit into L2. */
  private static final int CHUNK = 1 << 13;

  private static final int NARROW = 16;
  private static final int NARROW_CELLS = NARROW * NARROW;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final PairSpace space;
  private final byte[][] symbols;
  private final long[][] tables;
  private final int[] scratch = new int[4 * NARROW_CELLS];
  private int gathered;

  JointCounter(PairSpace space) {
    this.space = space;
    this.symbols = new byte[space.coarsenings().size()][];
    this.tables = new long[space.pairs().size()][];
    for (int i = 0; i < tables.length; i++) {
      ColumnPair pair = space.pairs().get(i);
      tables[i] = new long[space.x(pair).symbolCount() * space.y(pair).symbolCount()];
      symbols[pair.x()] = new byte[CHUNK];
      symbols[pair.y()] = new byte[CHUNK];
    }
  }

  /** How many rows can be gathered before they are counted; any number if there are no pairs. */
  int room() {
    return tables.length == 0 ? Integer.MAX_VALUE : CHUNK - gathered;
  }

  /**
   * Gathers the coarse symbols of a block of one column.
   *
   * @param column position in the reference
   * @param codes the column's codes
   * @param length how many
   * @param offset where the block begins among the rows that are gathered now
   */
  void gather(int column, int[] codes, int length, int offset) {
    if (column < symbols.length && symbols[column] != null) {
      space.coarsenings().get(column).apply(codes, length, symbols[column], gathered + offset);
    }
  }

  /** Says that some rows were gathered of all columns, which are counted when they are enough. */
  void advance(int rows) {
    if (tables.length > 0) {
      gathered += rows;
      if (gathered == CHUNK) {
        count();
      }
    }
  }

  private void count() {
    for (int i = 0; i < tables.length; i++) {
      ColumnPair pair = space.pairs().get(i);
      if (!isNarrow(pair)) {
        countWide(symbols[pair.x()], symbols[pair.y()], gathered, tables[i], columns(pair));
        continue;
      }
      byte[] x = symbols[pair.x()];
      byte[] y = symbols[pair.y()];
      if (i + 1 < tables.length && sharesColumn(pair, space.pairs().get(i + 1))) {
        ColumnPair next = space.pairs().get(++i);
        countTwo(x, y, symbols[next.y()], gathered, scratch);
        drain(0, pair, tables[i - 1]);
        drain(2 * NARROW_CELLS, next, tables[i]);
      } else {
        countOne(x, y, gathered, scratch);
        drain(0, pair, tables[i]);
      }
      Arrays.fill(scratch, 0);
    }
    gathered = 0;
  }

  private boolean sharesColumn(ColumnPair pair, ColumnPair next) {
    return next.x() == pair.x() && isNarrow(next);
  }

  private boolean isNarrow(ColumnPair pair) {
    return space.x(pair).symbolCount() <= NARROW && columns(pair) <= NARROW;
  }

  private int columns(ColumnPair pair) {
    return space.y(pair).symbolCount();
  }

  /** Adds what was counted in two tables of 16 x 16 to one of the pair's own shape. */
  private void drain(int from, ColumnPair pair, long[] table) {
    int columns = columns(pair);
    for (int cell = 0, row = from; cell < table.length; row += NARROW) {
      for (int narrow = row; narrow < row + columns; narrow++) {
        table[cell++] += scratch[narrow] + scratch[NARROW_CELLS + narrow];
      }
    }
  }

  /** Counts a pair in two tables. */
  private static void countOne(byte[] x, byte[] y, int length, int[] counts) {
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      long cells = (long) LONGS.get(x, i) << 4 | (long) LONGS.get(y, i);
      counts[(int) cells & 0xff]++;
      counts[0x100 + ((int) (cells >>> 8) & 0xff)]++;
      counts[(int) (cells >>> 16) & 0xff]++;
      counts[0x100 + ((int) (cells >>> 24) & 0xff)]++;
      counts[(int) (cells >>> 32) & 0xff]++;
      counts[0x100 + ((int) (cells >>> 40) & 0xff)]++;
      counts[(int) (cells >>> 48) & 0xff]++;
      counts[0x100 + (int) (cells >>> 56)]++;
    }
    for (; i < length; i++) {
      counts[x[i] << 4 | y[i]]++;
    }
  }

  /** Counts x with y in the first two tables, x with z in the others. */
  private static void countTwo(byte[] x, byte[] y, byte[] z, int length, int[] counts) {
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      long rows = (long) LONGS.get(x, i) << 4;
      long first = rows | (long) LONGS.get(y, i);
      long second = rows | (long) LONGS.get(z, i);
      counts[(int) first & 0xff]++;
      counts[0x200 + ((int) second & 0xff)]++;
      counts[0x100 + ((int) (first >>> 8) & 0xff)]++;
      counts[0x300 + ((int) (second >>> 8) & 0xff)]++;
      counts[(int) (first >>> 16) & 0xff]++;
      counts[0x200 + ((int) (second >>> 16) & 0xff)]++;
      counts[0x100 + ((int) (first >>> 24) & 0xff)]++;
      counts[0x300 + ((int) (second >>> 24) & 0xff)]++;
      counts[(int) (first >>> 32) & 0xff]++;
      counts[0x200 + ((int) (second >>> 32) & 0xff)]++;
      counts[0x100 + ((int) (first >>> 40) & 0xff)]++;
      counts[0x300 + ((int) (second >>> 40) & 0xff)]++;
      counts[(int) (first >>> 48) & 0xff]++;
      counts[0x200 + ((int) (second >>> 48) & 0xff)]++;
      counts[0x100 + (int) (first >>> 56)]++;
      counts[0x300 + (int) (second >>> 56)]++;
    }
    for (; i < length; i++) {
      counts[x[i] << 4 | y[i]]++;
      counts[0x200 + (x[i] << 4 | z[i])]++;
    }
  }

  private static void countWide(byte[] x, byte[] y, int length, long[] counts, int columns) {
    for (int i = 0; i < length; i++) {
      counts[x[i] * columns + y[i]]++;
    }
  }

  /** The counts so far, pair by pair. */
  List<JointCounts> counts() {
    count();
    List<JointCounts> counts = new ArrayList<>();
    for (int i = 0; i < tables.length; i++) {
      ColumnPair pair = space.pairs().get(i);
      counts.add(
          new JointCounts(
              space.x(pair).symbolCount(), space.y(pair).symbolCount(), tables[i].clone()));
    }
    return counts;
  }
}
