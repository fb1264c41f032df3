package io.lanewise.column;

import java.util.List;

/** Columns that somebody holds, as a batch. */
record HeldBatch(Schema schema, int rowCount, List<Column> columns) implements ColumnBatch {

  HeldBatch {
    columns = List.copyOf(columns);
  }

  @Override
  public long firstRow() {
    return 0;
  }

  @Override
  public Column column(int index) {
    return columns.get(index);
  }

  @Override
  public void close() {}
}
