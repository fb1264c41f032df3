package io.lanewise.column;

/**
 * Some consecutive rows of a table, column by column. Safe for reading by several threads at once.
 */
public interface ColumnBatch extends AutoCloseable {

  /** What the columns are; of a table's batch, the table's schema. */
  Schema schema();

  /** Number of rows; may be zero. */
  int rowCount();

  /** Ordinal in the table of this batch's first row, from 0. */
  long firstRow();

  /**
   * Waits until this batch can have the memory that its columns need beside that of other batches
   * which somebody waited for and did not close. Who reads several batches at a time calls it for
   * each of them ahead of its first column, and in their order: a reader keeps the dictionaries of
   * its latest batch, and what nobody waited for leaves less for others, which are then refused.
   * The earlier ones must be closed without the thread that waits. May be called again.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  default void await() {}

  /**
   * A column of this batch. Decoding, where there is any (decompression, checks), happens at the
   * first call for this column, so a column that nobody asks for costs nothing.
   *
   * @param index position in the {@link #schema()}
   * @throws DataException where the column's data is damaged, naming batch and column
   * @throws IllegalArgumentException where the column's family is {@link Family#NESTED}
   */
  Column column(int index);

  /** Releases what the batch holds; its columns must not be read afterwards. */
  @Override
  void close();
}
