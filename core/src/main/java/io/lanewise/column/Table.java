package io.lanewise.column;

import java.util.List;

/**
 * A table that can be walked from its first batch to its last, as often as needed.
 *
 * <p>Every walk yields the same rows in the same order; how they are cut into batches is of no
 * meaning to any result.
 */
public interface Table extends AutoCloseable {

  /**
   * A table of batches that are there already. Their owner closes them, when the table is no longer
   * read; closing the table does not.
   *
   * @param source what to call it in messages
   * @param batches at least one, all of one schema
   * @throws IllegalArgumentException if there is none, or their schemas differ
   */
  static Table of(String source, List<? extends ColumnBatch> batches) {
    return new HeldTable(source, batches);
  }

  /** What to call the table in messages and reports: a path, or {@code stdin}. */
  String source();

  /** The columns. */
  Schema schema();

  /** Number of rows of all batches. */
  long rowCount();

  /**
   * Starts a walk at the first row.
   *
   * @throws DataException where the data cannot be read
   */
  BatchReader open();

  /** Releases what the table holds; its batches must not be read afterwards. */
  @Override
  void close();
}
