package io.lanewise.evaluate;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.column.Schema;

/** A batch of three columns, of which the last one cannot be read. */
record BrokenBatch(Schema schema) implements ColumnBatch {

  @Override
  public int rowCount() {
    return 10;
  }

  @Override
  public long firstRow() {
    return 0;
  }

  @Override
  public Column column(int index) {
    if (index == 2) {
      throw new DataException("column 't': torn");
    }
    return new BatchBuilder(10)
        .doubles("x", new double[10])
        .longs("k", new long[10])
        .build()
        .column(index);
  }

  @Override
  public void close() {}
}
