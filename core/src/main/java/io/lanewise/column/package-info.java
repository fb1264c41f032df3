/**
 * Tables as a source of checked values.
 *
 * <p>What flows in: any table that can be walked batch by batch ({@link io.lanewise.column.Table}),
 * whatever holds its memory. What flows out: blocks of at most {@link
 * io.lanewise.column.Column#BLOCK} values in heap arrays, already checked, which is all that the
 * rest of Lanewise ever computes on. A column comes in one of five physical forms ({@link
 * io.lanewise.column.Column}); what its values mean, and with what they may be compared, is its
 * {@link io.lanewise.column.ColumnType}.
 *
 * <p>Threads: a {@link io.lanewise.column.ColumnBatch} and its columns may be read by several
 * threads at once; a {@link io.lanewise.column.BatchReader} by one at a time.
 */
@NullMarked
package io.lanewise.column;

import org.jspecify.annotations.NullMarked;
