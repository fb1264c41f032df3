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
  private final JointCounter joint;
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
    this.encoders = ColumnEncoder.all(reference.columns(), schema, positions, kernels.edgeSearch());
    this.joint = new JointCounter(reference.pairs());
  }

  /** Counts the rows {@code [from, to)} of a batch. */
  @Override
  public void accept(ColumnBatch batch, int from, int to) {
    for (int row = from; row < to; ) {
      int rowCount = Math.min(to - row, joint.room());
      for (int i = 0; i < encoders.length; i++) {
        accept(i, batch.column(positions[i]), row, row + rowCount);
      }
      joint.advance(rowCount);
      row += rowCount;
    }
    rows = Math.addExact(rows, to - from);
  }

  private void accept(int index, Column column, int from, int to) {
    ColumnEncoder encoder = encoders[index];
    for (int row = from; row < to; row += Column.BLOCK) {
      int length = Math.min(to - row, Column.BLOCK);
      encoder.encode(column, row, row + length, codes);
      encoder.count(codes, length);
      joint.gather(index, codes, length, row - from);
    }
  }

  /** The counts so far. */
  public Profile profile() {
    List<Counts> counts = new ArrayList<>();
    for (ColumnEncoder encoder : encoders) {
      counts.add(encoder.counts());
    }
    return new Profile(reference, rows, counts, joint.counts());
  }
}
