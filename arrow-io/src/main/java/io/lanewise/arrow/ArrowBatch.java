package io.lanewise.arrow;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Schema;
import java.util.Objects;
import org.apache.arrow.flatbuf.RecordBatch;
import org.jspecify.annotations.Nullable;

/** One record batch: its columns are laid over the input when they are asked for. */
final class ArrowBatch implements ColumnBatch {

  private final IndexedBatch batch;
  private final long firstRow;
  private final BatchBody body;
  private final Lease lease;
  private final Runnable released;
  private final Cell[] cells;
  private boolean closed;

  /**
   * A column and where it begins; its monitor guards {@link #column}, so that columns are decoded
   * side by side and each once.
   */
  private static final class Cell {
    final ColumnLayout layout;
    final int node;
    final int buffer;
    final int view;
    final int bufferEnd;
    @Nullable Column column;

    Cell(ColumnLayout layout, int node, int buffer, int view, int bufferEnd) {
      this.layout = layout;
      this.node = node;
      this.buffer = buffer;
      this.view = view;
      this.bufferEnd = bufferEnd;
    }
  }

  private ArrowBatch(
      IndexedBatch batch,
      long firstRow,
      BatchBody body,
      Cell[] cells,
      MemoryBudget budget,
      Runnable released) {
    this.batch = batch;
    this.firstRow = firstRow;
    this.body = body;
    this.cells = cells;
    this.lease = new Lease(budget);
    this.released = released;
    batch.dictionaries().retain();
  }

  /**
   * A batch over a message.
   *
   * @param firstRow ordinal of its first row
   * @param budget limits what is decompressed at a time
   * @param released is run once, when the batch is closed
   */
  static ArrowBatch of(IndexedBatch batch, long firstRow, MemoryBudget budget, Runnable released) {
    return batch
        .place()
        .guard(
            () -> {
              RecordBatch header = batch.message().recordBatch();
              var body = new BatchBody(header, batch.message().body());
              return new ArrowBatch(
                  batch, firstRow, body, cells(batch.layout(), body), budget, released);
            });
  }

  private static Cell[] cells(TableLayout layout, BatchBody body) {
    var total = Extent.NONE;
    for (ColumnLayout column : layout.columns()) {
      total = total.plus(column.extent());
    }
    body.checkCounts(total);
    Cell[] cells = new Cell[layout.columns().size()];
    int node = 0;
    int buffer = 0;
    int view = 0;
    for (int i = 0; i < cells.length; i++) {
      ColumnLayout column = layout.columns().get(i);
      int end = buffer + column.extent().buffers();
      for (int v = 0; v < column.extent().views(); v++) {
        end += body.viewBuffers(view + v);
      }
      cells[i] = new Cell(column, node, buffer, view, end);
      node += column.extent().nodes();
      view += column.extent().views();
      buffer = end;
    }
    return cells;
  }

  @Override
  public Schema schema() {
    return batch.layout().schema();
  }

  @Override
  public int rowCount() {
    return batch.rowCount();
  }

  @Override
  public long firstRow() {
    return firstRow;
  }

  @Override
  public void await() {
    lease.claim(() -> batch.place().guard(this::mostBytes));
  }

  /** What all columns together may reserve; all there is where one of them cannot tell. */
  private long mostBytes() {
    try {
      long bytes = batch.dictionaries().claim();
      for (Cell cell : cells) {
        if (!cell.layout.nested()) {
          bytes += body.decompressedBytes(cell.buffer, cell.bufferEnd);
        }
      }
      return bytes;
    } catch (MalformedException damaged) {
      return Long.MAX_VALUE;
    }
  }

  @Override
  public Column column(int index) {
    Cell cell = cells[Objects.checkIndex(index, cells.length)];
    if (cell.layout.nested()) {
      throw new IllegalArgumentException(
          "column " + index + " is of type " + cell.layout.field().type().name() + ", not scored");
    }
    synchronized (cell) {
      Column column = cell.column;
      if (column == null) {
        Place place = batch.place().column(cell.layout.field().name());
        column = place.guard(() -> decode(cell, place));
        cell.column = column;
      }
      return column;
    }
  }

  private Column decode(Cell cell, Place place) {
    long length = body.header().nodes(cell.node).length();
    if (length != rowCount()) {
      throw new MalformedException("has " + length + " rows, and the batch has " + rowCount());
    }
    long bytes = body.decompressedBytes(cell.buffer, cell.bufferEnd);
    lease.reserve(bytes);
    try {
      var decoder =
          new ColumnDecoder(place, rowCount(), new BodyBuffers(body, cell.buffer, cell.view));
      ColumnLayout.Encoding encoding = cell.layout.encoding();
      if (encoding == null) {
        return decoder.column(cell.layout.storage());
      }
      if (cell.layout.storage() instanceof Storage.Nulls) {
        // Whatever an index says, it leads to null.
        return new NullColumn(place, rowCount());
      }
      return decoder.indices(encoding.width(), dictionary(encoding, cell.layout.storage(), place));
    } catch (RuntimeException | Error e) {
      lease.release(bytes);
      throw e;
    }
  }

  /** A dictionary that never came is empty: rows that are all null need none. */
  private Column dictionary(ColumnLayout.Encoding encoding, Storage storage, Place place) {
    DictionaryVersion version = batch.dictionaries().version(encoding.id());
    return version == null
        ? ColumnDecoder.empty(place, storage)
        : version.chain().values(version.parts());
  }

  @Override
  public void close() {
    synchronized (cells) {
      if (closed) {
        return;
      }
      closed = true;
    }
    batch.dictionaries().release();
    // Behind what the dictionaries held, which belongs to the claim.
    lease.close();
    for (Cell cell : cells) {
      synchronized (cell) {
        cell.column = null;
      }
    }
    released.run();
  }
}
