package io.lanewise.gan.codec;

import io.lanewise.column.Column;

/** Looks at all rows of a column, then fits a codec to them. One thread. */
sealed interface ColumnFitter permits NumberFitter, CategoryFitter {

  /** Looks at the rows {@code [from, to)}, at most a block. */
  void accept(Column column, int from, int to);

  FittedColumn fitted();
}
