package io.lanewise.profile;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnType;
import io.lanewise.column.Schema;
import io.lanewise.kernel.EdgeSearch;
import java.util.List;

/**
 * Turns blocks of one column into codes. Keeps what can be reused from block to block (scratch that
 * it shares with others, coded dictionaries), so it belongs to one thread.
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
   * One encoder per column, all for one thread.
   *
   * @param columns the reference columns
   * @param schema the columns of the table to be coded
   * @param positions for each reference column, its position in the table
   * @param search the kernel that finds bins
   */
  static ColumnEncoder[] all(
      List<ReferenceColumn> columns, Schema schema, int[] positions, EdgeSearch search) {
    BlockScratch scratch = new BlockScratch();
    ColumnEncoder[] encoders = new ColumnEncoder[positions.length];
    for (int i = 0; i < positions.length; i++) {
      ColumnType type = schema.fields().get(positions[i]).type();
      ReferenceColumn column = columns.get(i);
      encoders[i] =
          switch (column.binning()) {
            case Bins bins -> new BinEncoder(bins, type, search, scratch);
            case Categories categories ->
                new CategoryEncoder(categories, column.type(), type, scratch);
          };
    }
    return encoders;
  }
}
