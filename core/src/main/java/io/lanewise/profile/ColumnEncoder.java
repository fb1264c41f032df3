package io.lanewise.profile;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnType;
import io.lanewise.column.Schema;
import io.lanewise.kernel.EdgeSearch;
import java.util.List;

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
   * One encoder per column.
   *
   * @param columns the reference columns
   * @param schema the columns of the table to be coded
   * @param positions for each reference column, its position in the table
   * @param search the kernel that finds bins
   */
  static ColumnEncoder[] all(
      List<ReferenceColumn> columns, Schema schema, int[] positions, EdgeSearch search) {
    ColumnEncoder[] encoders = new ColumnEncoder[positions.length];
    for (int i = 0; i < positions.length; i++) {
      encoders[i] = of(columns.get(i), schema.fields().get(positions[i]).type(), search);
    }
    return encoders;
  }

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
