/**
 * Tables read from and written to Apache Arrow's IPC format.
 *
 * <p>What flows in: files, folders of files and streams, by any writer, damaged or hostile ones
 * included. What flows out: a {@link io.lanewise.arrow.ArrowTable}, whose batches hand out checked
 * blocks; nothing but a {@link io.lanewise.column.DataException} leaves this package on account of
 * the bytes that were read.
 *
 * <p>The way of the bytes: a {@code MappedInput} is told apart by its {@code Content}, indexed from
 * metadata alone ({@code FileIndex}, {@code StreamIndex}) and walked batch by batch ({@code
 * BatchWalk}). A {@code RecordBatch} slices its buffers out of the mapping, or decompresses those
 * of one column when that column is asked for ({@code BatchBody}), and {@code ColumnDecoder} lays a
 * column over them. Framing is read with the classes that the format's own flatbuffers generate;
 * none of Arrow's readers take part.
 *
 * <p>Writing goes the other way: a {@link io.lanewise.arrow.TableTemplate} is taken from a table, a
 * {@link io.lanewise.arrow.TableWriter} stages blocks of rows ({@code StagedRows}), encodes them as
 * their column's type says ({@code ColumnEncoder}), and hands whole messages to a channel. Arrow's
 * vectors take no part there either: they do not hold decimals of 32 and 64 bits.
 *
 * <p>Other doors, for whoever embeds us: a {@link io.lanewise.arrow.VectorBatch} is a view of
 * Arrow's vectors, a {@link io.lanewise.arrow.VectorStream} walks any of Arrow's readers, {@link
 * io.lanewise.arrow.CStream} takes the C stream interface. There, Arrow's own readers do take part.
 *
 * <p>Threads: a table may be walked by several threads at once, each with a reader of its own;
 * batches and columns may be read by several threads.
 */
@NullMarked
package io.lanewise.arrow;

import org.jspecify.annotations.NullMarked;
