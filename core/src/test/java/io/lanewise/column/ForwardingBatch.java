package io.lanewise.column;

/** A batch that is another one, but for what a test has otherwise. */
public abstract class ForwardingBatch implements ColumnBatch {

  private final ColumnBatch batch;

  protected ForwardingBatch(ColumnBatch batch) {
    this.batch = batch;
  }

  @Override
  public Schema schema() {
    return batch.schema();
  }

  @Override
  public int rowCount() {
    return batch.rowCount();
  }

  @Override
  public long firstRow() {
    return batch.firstRow();
  }

  @Override
  public void await() {
    batch.await();
  }

  @Override
  public Column column(int index) {
    return batch.column(index);
  }

  @Override
  public void close() {
    batch.close();
  }
}
