package io.lanewise.profile;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Schema;
import io.lanewise.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts rows over a reference. One thread; several builders of one reference make one profile by
 * {@link Profile#plus}.
 */
public final class ProfileBuilder implements SliceWorker {

  private final Reference reference;
  private final int[] positions;
  private final ColumnEncoder[] encoders;
  private final int[] codes = new int[Column.BLOCK];
  private long rows;

  /**
   * A builder for batches of one table.
   *
   * @param reference the symbol space
   * @param schema the table's columns
   * @param positions for each reference column, its position in the table
   * @param kernels who does the work
   */
  public ProfileBuilder(Reference reference, Schema schema, int[] positions, Kernels kernels) {
    this.reference = reference;
    this.positions = positions.clone();
    this.encoders = new ColumnEncoder[positions.length];
    for (int i = 0; i < positions.length; i++) {
      encoders[i] =
          ColumnEncoder.of(
              reference.columns().get(i),
              schema.fields().get(positions[i]).type(),
              kernels.edgeSearch());
    }
  }

  /** Counts the rows {@code [from, to)} of a batch. */
  @Override
  public void accept(ColumnBatch batch, int from, int to) {
    for (int i = 0; i < encoders.length; i++) {
      Column column = batch.column(positions[i]);
      for (int row = from; row < to; row += Column.BLOCK) {
        int end = Math.min(to, row + Column.BLOCK);
        encoders[i].encode(column, row, end, codes);
        encoders[i].count(codes, end - row);
      }
    }
    rows = Math.addExact(rows, to - from);
  }

  /** The counts so far. */
  public Profile profile() {
    List<Counts> counts = new ArrayList<>();
    for (ColumnEncoder encoder : encoders) {
      counts.add(encoder.counts());
    }
    return new Profile(reference, rows, counts);
  }
}
