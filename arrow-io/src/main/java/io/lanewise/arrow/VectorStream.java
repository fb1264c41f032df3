package io.lanewise.arrow;

import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Schema;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;

/**
 * The batches of one of Arrow's own readers, one after the other: of an IPC stream, of a data set,
 * of another process.
 *
 * <p>Arrow's readers trust what they read: lengths, offsets, byte order. What comes from a source
 * that is not trusted belongs into an {@link ArrowTable}. So does what they cannot load: two
 * columns of one name, and compressed batches unless Arrow's codecs are at hand.
 *
 * <p>Memory: one batch at a time, which the reader overwrites with the next. One thread.
 */
public final class VectorStream implements AutoCloseable {

  private final Place place;
  private final ArrowReader reader;
  private final VectorSchemaRoot root;
  private final TableLayout layout;
  private int batches;
  private long rows;

  private VectorStream(Place place, ArrowReader reader, VectorSchemaRoot root, TableLayout layout) {
    this.place = place;
    this.reader = reader;
    this.root = root;
    this.layout = layout;
  }

  /**
   * The stream of a reader.
   *
   * @param source what to call it in messages
   * @param reader is closed with the stream
   * @throws io.lanewise.column.DataException if the schema cannot be read; the reader stays open
   */
  public static VectorStream of(String source, ArrowReader reader) {
    Place place = Place.of(source);
    VectorSchemaRoot root = place.guard(reading(reader::getVectorSchemaRoot, place));
    TableLayout layout = place.guard(() -> VectorLayout.of(root.getSchema(), reader));
    return new VectorStream(place, reader, root, layout);
  }

  /** The columns of every batch. */
  public Schema schema() {
    return layout.schema();
  }

  /** Rows of the batches that were handed out so far. */
  public long rowCount() {
    return rows;
  }

  /**
   * Hands out the batches that are left.
   *
   * @param sink must not keep a batch: the next one takes its memory
   * @throws io.lanewise.column.DataException where a batch cannot be read, naming it; those before
   *     were handed out
   */
  public void forEach(Consumer<? super ColumnBatch> sink) {
    while (true) {
      Place here = place.batch(batches);
      if (!here.guard(reading(reader::loadNextBatch, here))) {
        return;
      }
      ColumnBatch batch = new VectorBatch(here, layout, root, reader, rows);
      sink.accept(batch);
      batches++;
      rows += batch.rowCount();
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> Supplier<T> reading(Reading<T> reading, Place place) {
    return () -> {
      try {
        return reading.read();
      } catch (IOException e) {
        throw place.failure(e);
      }
    };
  }

  @Override
  public void close() {
    place.guard(
        reading(
            () -> {
              reader.close();
              return reader;
            },
            place));
  }
}
