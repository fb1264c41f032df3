package io.lanewise.gan;

import io.lanewise.column.BatchReader;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.column.Schema;
import io.lanewise.column.Table;
import io.lanewise.evaluate.ColumnMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matched columns of two tables as one table: the real rows, then the generated ones. Closing
 * it does not close them.
 */
final class PooledTable implements Table {

  private final Table real;
  private final Table generated;
  private final Schema schema;
  private final int[] inReal;
  private final int[] inGenerated;

  /**
   * A pool of two tables.
   *
   * @param matches columns that are {@linkplain #isPoolable poolable}
   */
  PooledTable(Table real, Table generated, List<ColumnMatch> matches) {
    this.real = real;
    this.generated = generated;
    this.schema = new Schema(matches.stream().map(PooledTable::field).toList());
    this.inReal = matches.stream().mapToInt(ColumnMatch::realPosition).toArray();
    this.inGenerated = matches.stream().mapToInt(ColumnMatch::generatedPosition).toArray();
  }

  /** Whether both sides tell their values in the same unit. */
  static boolean isPoolable(ColumnMatch match) {
    ColumnType ofReal = match.real().type();
    ColumnType ofGenerated = match.generated().type();
    return ofReal.family() == Family.NULL
        || ofGenerated.family() == Family.NULL
        || ofReal.step().compareTo(ofGenerated.step()) == 0;
  }

  /** The one that holds the values of both. */
  private static Field field(ColumnMatch match) {
    Family ofReal = match.real().type().family();
    boolean wider = ofReal == Family.NULL || match.generated().type().family() == Family.FLOATING;
    return wider ? match.generated() : match.real();
  }

  @Override
  public String source() {
    return real.source() + " and " + generated.source();
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public long rowCount() {
    return real.rowCount() + generated.rowCount();
  }

  @Override
  public BatchReader open() {
    return new Walk();
  }

  /** Whether a batch is one of real rows. */
  boolean isReal(ColumnBatch batch) {
    return batch.firstRow() < real.rowCount();
  }

  @Override
  public void close() {}

  private final class Walk implements BatchReader {
    private BatchReader current = real.open();
    private boolean ofReal = true;

    @Override
    public @Nullable ColumnBatch next() {
      ColumnBatch batch = current.next();
      if (batch == null && ofReal) {
        current.close();
        current = generated.open();
        ofReal = false;
        batch = current.next();
      }
      if (batch == null) {
        return null;
      }
      return ofReal
          ? new PooledBatch(batch, 0, inReal)
          : new PooledBatch(batch, real.rowCount(), inGenerated);
    }

    @Override
    public void close() {
      current.close();
    }
  }

  private final class PooledBatch implements ColumnBatch {
    private final ColumnBatch batch;
    private final long before;
    private final int[] positions;

    PooledBatch(ColumnBatch batch, long before, int[] positions) {
      this.batch = batch;
      this.before = before;
      this.positions = positions;
    }

    @Override
    public Schema schema() {
      return schema;
    }

    @Override
    public int rowCount() {
      return batch.rowCount();
    }

    @Override
    public long firstRow() {
      return before + batch.firstRow();
    }

    @Override
    public void await() {
      batch.await();
    }

    @Override
    public Column column(int index) {
      return batch.column(positions[index]);
    }

    @Override
    public void close() {
      batch.close();
    }
  }
}
