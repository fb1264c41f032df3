package io.lanewise.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Family;
import io.lanewise.column.Schema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows into the columns of a {@link TableTemplate}, as an IPC file or stream, uncompressed.
 *
 * <p>Shapes: batches of any size go in, batches of {@code batchRows} rows come out (the last may
 * have fewer), so that the same rows are the same bytes however they were cut. Nested columns of a
 * batch are passed over; the others must have the template's names and types, in its order.
 *
 * <p>Unit: values are stored integers, as {@link io.lanewise.column.ColumnType#step} tells.
 *
 * <p>Nulls: refused in a column that is declared not nullable, unless its dictionary holds null.
 * Infinities, NaN and -0.0 are written as they are; a number is rounded to the nearest of a
 * narrower floating-point column, ties to even.
 *
 * <p>Errors: {@link io.lanewise.column.DataException} that names column and row for a null that may
 * not be, a value that the column's type does not hold, or that its dictionary lacks;
 * IllegalArgumentException for a batch with other columns. What is written is no table then.
 *
 * <p>Cost: memory of one batch and of the dictionaries, whatever the number of rows.
 *
 * <p>Threads: one. The channel stays the caller's, who closes it.
 *
 * <p>Source: Apache Arrow Columnar Format 1.5, metadata version 5.
 */
public final class TableWriter {

  /** Rows of a batch that suit readers and memory alike. */
  public static final int BATCH_ROWS = 1 << 14;

  private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);

  private final Place place;
  private final TableTemplate template;
  private final MessageWriter out;
  private final boolean footer;
  private final int batchRows;
  private final List<ColumnEncoder> encoders;
  private final List<StagedRows> staged = new ArrayList<>();
  private final List<MessageSpan> batches = new ArrayList<>();
  private @Nullable Schema known;
  private int[] positions = new int[0];
  private long rowCount;
  private int pending;
  private boolean usable = true;

  private TableWriter(
      String target,
      TableTemplate template,
      WritableByteChannel channel,
      boolean footer,
      int batchRows)
      throws IOException {
    if (batchRows < 1) {
      throw new IllegalArgumentException("batches of " + batchRows + " rows, expected at least 1");
    }
    this.place = Place.of(target);
    this.template = template;
    this.footer = footer;
    this.batchRows = batchRows;
    out = new MessageWriter(channel);
    encoders = template.encoders();
    encoders.forEach(_ -> staged.add(new StagedRows()));
    if (footer) {
      out.write(ByteBuffer.allocate(FileIndex.HEAD).put(MAGIC).rewind());
    }
    out.write(template.messages());
  }

  /**
   * Begins an IPC file.
   *
   * @param target what to call it in messages
   * @param template its columns
   * @param channel takes the bytes
   * @param batchRows rows of its batches
   * @throws IOException where the channel does
   */
  public static TableWriter file(
      String target, TableTemplate template, WritableByteChannel channel, int batchRows)
      throws IOException {
    return new TableWriter(target, template, channel, true, batchRows);
  }

  /** Begins an IPC stream; see {@link #file}. */
  public static TableWriter stream(
      String target, TableTemplate template, WritableByteChannel channel, int batchRows)
      throws IOException {
    return new TableWriter(target, template, channel, false, batchRows);
  }

  /** Rows so far. */
  public long rowCount() {
    return rowCount;
  }

  /**
   * Adds the rows of a batch, which is not needed afterwards.
   *
   * @throws IOException where the channel does
   */
  public void accept(ColumnBatch batch) throws IOException {
    begin();
    match(batch.schema());
    for (int from = 0; from < batch.rowCount(); ) {
      int to = from + Math.min(batchRows - pending, batch.rowCount() - from);
      for (int i = 0; i < positions.length; i++) {
        append(i, batch.column(positions[i]), from, to);
      }
      rowCount += to - from;
      pending += to - from;
      from = to;
      if (pending == batchRows) {
        flush();
      }
    }
    usable = true;
  }

  /**
   * Writes what is left. Without it, what is there is no table.
   *
   * @throws IOException where the channel does
   */
  public void finish() throws IOException {
    begin();
    if (pending > 0) {
      flush();
    }
    out.write(MessageWriter.end());
    if (footer) {
      writeFooter();
    }
  }

  private void begin() {
    if (!usable) {
      throw new IllegalStateException(place.source() + " is finished, or failed");
    }
    usable = false;
  }

  private void match(Schema schema) {
    if (schema.equals(known)) {
      return;
    }
    List<Integer> flat = new ArrayList<>();
    for (int i = 0; i < schema.fields().size(); i++) {
      if (schema.fields().get(i).type().family() != Family.NESTED) {
        flat.add(i);
      }
    }
    new Schema(flat.stream().map(schema.fields()::get).toList())
        .difference(template.schema())
        .ifPresent(
            difference -> {
              throw new IllegalArgumentException(place.source() + ": a batch: " + difference);
            });
    positions = flat.stream().mapToInt(Integer::intValue).toArray();
    known = schema;
  }

  private void append(int index, Column column, int from, int to) {
    StagedRows block = staged.get(index);
    try {
      for (int at = from; at < to; ) {
        int count = block.read(column, at, to);
        encoders.get(index).append(block, rowCount + at - from);
        at += count;
      }
    } catch (MalformedException e) {
      throw place.column(template.schema().fields().get(index).name()).failure(e);
    }
  }

  private void flush() throws IOException {
    batches.add(out.batch(pending, encoders));
    encoders.forEach(ColumnEncoder::clear);
    pending = 0;
  }

  private void writeFooter() throws IOException {
    var builder = new FlatBufferBuilder();
    int schemaAt = template.declared().write(builder);
    List<MessageSpan> dictionaries =
        template.dictionarySpans().stream().map(span -> span.after(FileIndex.HEAD)).toList();
    Footer.startDictionariesVector(builder, dictionaries.size());
    int dictionariesAt = blocks(builder, dictionaries);
    Footer.startRecordBatchesVector(builder, batches.size());
    int batchesAt = blocks(builder, batches);
    builder.finish(
        Footer.createFooter(builder, MetadataVersion.V5, schemaAt, dictionariesAt, batchesAt, 0));
    ByteBuffer bytes = builder.dataBuffer();
    ByteBuffer tail =
        ByteBuffer.allocate(Integer.BYTES + MAGIC.length).order(ByteOrder.LITTLE_ENDIAN);
    tail.putInt(bytes.remaining()).put(MAGIC).rewind();
    out.write(bytes);
    out.write(tail);
  }

  private static int blocks(FlatBufferBuilder builder, List<MessageSpan> spans) {
    for (MessageSpan span : spans.reversed()) {
      Block.createBlock(builder, span.at(), span.headBytes(), span.bodyBytes());
    }
    return builder.endVector();
  }
}
