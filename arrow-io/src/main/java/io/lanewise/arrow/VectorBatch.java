package io.lanewise.arrow;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Schema;
import java.util.Objects;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.jspecify.annotations.Nullable;

/**
 * Arrow's vectors as a batch: a view, nothing is copied.
 *
 * <p>Types: all that {@link ArrowTable} reads, dictionaries included; types and their names are the
 * same, so that vectors and files go into one evaluator.
 *
 * <p>Lifetime: the vectors stay the caller's. Neither they nor the dictionaries may change or be
 * closed while the batch is read; closing the batch leaves them as they are.
 *
 * <p>Cost: what is known of a dictionary's values is worked out again for each batch, because
 * readers fill the same dictionary vector anew.
 *
 * <p>Errors: {@link io.lanewise.column.DataException} that names the column, as of a file.
 */
public final class VectorBatch implements ColumnBatch {

  private final Place place;
  private final TableLayout layout;
  private final VectorSchemaRoot root;
  private final DictionaryProvider dictionaries;
  private final long firstRow;
  private final int rowCount;
  private final @Nullable Column[] columns;

  VectorBatch(
      Place place,
      TableLayout layout,
      VectorSchemaRoot root,
      DictionaryProvider dictionaries,
      long firstRow) {
    this.place = place;
    this.layout = layout;
    this.root = root;
    this.dictionaries = dictionaries;
    this.firstRow = firstRow;
    this.rowCount = root.getRowCount();
    this.columns = new Column[layout.columns().size()];
  }

  /** A batch of vectors without dictionaries. */
  public static VectorBatch of(VectorSchemaRoot root) {
    return of(root, new MapDictionaryProvider());
  }

  /**
   * A batch of vectors.
   *
   * @param root the vectors
   * @param dictionaries those of the vectors that are encoded
   * @throws io.lanewise.column.DataException if a dictionary is missing
   */
  public static VectorBatch of(VectorSchemaRoot root, DictionaryProvider dictionaries) {
    Place place = Place.of("vectors");
    TableLayout layout = place.guard(() -> VectorLayout.of(root.getSchema(), dictionaries));
    return new VectorBatch(place, layout, root, dictionaries, 0);
  }

  @Override
  public Schema schema() {
    return layout.schema();
  }

  @Override
  public int rowCount() {
    return rowCount;
  }

  @Override
  public long firstRow() {
    return firstRow;
  }

  @Override
  public synchronized Column column(int index) {
    ColumnLayout column = layout.columns().get(Objects.checkIndex(index, columns.length));
    if (column.nested()) {
      throw new IllegalArgumentException(
          "column " + index + " is of type " + column.field().type().name() + ", not scored");
    }
    Column known = columns[index];
    if (known == null) {
      Place here = place.column(column.field().name());
      known = here.guard(() -> decode(column, root.getVector(index), here));
      columns[index] = known;
    }
    return known;
  }

  private Column decode(ColumnLayout column, FieldVector vector, Place here) {
    if (vector.getValueCount() != rowCount) {
      throw new MalformedException(
          "has " + vector.getValueCount() + " rows, and the batch has " + rowCount);
    }
    var decoder = new ColumnDecoder(here, rowCount, new VectorBuffers(vector));
    ColumnLayout.Encoding encoding = column.encoding();
    if (encoding == null) {
      return decoder.column(column.storage());
    }
    if (column.storage() instanceof Storage.Nulls) {
      return new NullColumn(here, rowCount);
    }
    Dictionary dictionary = dictionaries.lookup(encoding.id());
    if (dictionary == null) {
      throw new MalformedException("dictionary " + encoding.id() + " is not provided");
    }
    FieldVector values = dictionary.getVector();
    return decoder.indices(
        encoding.width(),
        new ColumnDecoder(here, values.getValueCount(), new VectorBuffers(values))
            .values(column.storage()));
  }

  @Override
  public void close() {}
}
