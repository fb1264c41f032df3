package io.lanewise.profile;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnType;
import io.lanewise.kernel.EdgeSearch;

/**
 * Turns blocks of one column into codes. Keeps what can be reused from block to block (scratch,
 * coded dictionaries), so it belongs to one thread.
 */
sealed interface ColumnEncoder permits BinEncoder, CategoryEncoder {

  /**
   * Codes the rows {@code [from, to)}, at most {@link Column#BLOCK} of them.
   *
   * @param column any batch's column of the type this encoder was made for
   * @param codes receives one code per row, at 0 and up
   */
  void encode(Column column, int from, int to, int[] codes);

  /** Adds the codes of a block to the counts. */
  void count(int[] codes, int length);

  /** What was counted so far. */
  Counts counts();

  /**
   * The encoder of a column.
   *
   * @param column the reference column
   * @param type the type of the column to be coded, which may be another than the reference's
   * @param search the kernel that finds bins
   */
  static ColumnEncoder of(ReferenceColumn column, ColumnType type, EdgeSearch search) {
    return switch (column.binning()) {
      case Bins bins -> new BinEncoder(bins, type, search);
      case Categories categories -> new CategoryEncoder(categories, column.type(), type);
    };
  }
}
