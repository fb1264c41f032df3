package io.lanewise.profile;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Schema;
import io.lanewise.kernel.Kernels;

/**
 * Rows as the numbers of their symbols in a reference, in the order in which they came; of every
 * column, all values that the reference does not list are one symbol. One thread.
 *
 * <p>Memory: two bytes a row and column.
 */
public final class SymbolRows {

  /** Most symbols of a column, so that a number takes two bytes; further ones are one. */
  private static final int MOST_SYMBOLS = 1 << 16;

  private final int[] positions;
  private final ColumnEncoder[] encoders;
  private final int[] symbols;
  private final char[][] rows;
  private final int[] codes = new int[Column.BLOCK];
  private int size;

  /**
   * No rows yet.
   *
   * @param reference the symbols
   * @param schema of the batches
   * @param positions for each reference column, its position in the schema
   * @param capacity most rows that are kept
   */
  public SymbolRows(
      Reference reference, Schema schema, int[] positions, int capacity, Kernels kernels) {
    this.positions = positions.clone();
    this.encoders = ColumnEncoder.all(reference.columns(), schema, positions, kernels.edgeSearch());
    this.symbols =
        reference.columns().stream()
            .mapToInt(column -> Math.min(MOST_SYMBOLS, column.binning().listedCodes() + 1))
            .toArray();
    this.rows = new char[positions.length][capacity];
  }

  /** How many rows are kept. */
  public int size() {
    return size;
  }

  /** How many more rows can be kept. */
  public int room() {
    return rows.length == 0 ? 0 : rows[0].length - size;
  }

  /** Number of symbols of a column: those that are listed, and one for all others. */
  public int symbols(int column) {
    return symbols[column];
  }

  /** The symbol of a row, from 0. */
  public int symbol(int column, int row) {
    return rows[column][row];
  }

  /** Adds the rows {@code [from, to)} of a batch, at most as many as there is room for. */
  public void add(ColumnBatch batch, int from, int to) {
    for (int block = from; block < to; block += Column.BLOCK) {
      int count = Math.min(to - block, Column.BLOCK);
      for (int i = 0; i < rows.length; i++) {
        encoders[i].encode(batch.column(positions[i]), block, block + count, codes);
        int other = symbols[i] - 1;
        for (int row = 0; row < count; row++) {
          rows[i][size + row] = (char) Math.min(codes[row], other);
        }
      }
      size += count;
    }
  }
}
