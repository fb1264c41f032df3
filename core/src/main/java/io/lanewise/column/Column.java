package io.lanewise.column;

/**
 * The values of one column of one batch, in one of five physical forms.
 *
 * <p>A column is read in blocks: {@code read(from, to, ...)} copies rows {@code [from, to)}, at
 * most {@link #BLOCK} of them, to the start of the given arrays. The form may differ from batch to
 * batch of the same column (an unsigned 64-bit column is a {@link LongColumn} where its values fit
 * and a {@link WideColumn} where they do not); what the values mean is the column's {@link
 * ColumnType}.
 *
 * <p>Nulls: {@code read} returns how many rows of the block are null. Where that is 0 the validity
 * words are left as they were; otherwise bit {@code i % 64} of word {@code i / 64} is set when row
 * {@code from + i} is not null. The value beside a null is arbitrary.
 */
public sealed interface Column
    permits DoubleColumn, LongColumn, WideColumn, BytesColumn, DictionaryColumn {

  /** Most rows of one read: small enough that a block of doubles stays in the first-level cache. */
  int BLOCK = 1024;

  /** Words of a block's validity bits. */
  int VALIDITY_WORDS = BLOCK / Long.SIZE;

  /** Number of rows. */
  int length();
}
