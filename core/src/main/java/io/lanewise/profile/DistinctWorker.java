package io.lanewise.profile;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import java.util.List;

/** Looks at all rows of some columns for their distinct values. */
final class DistinctWorker implements SliceWorker {

  private final List<ColumnPlan> plans;
  private final List<ColumnDistinct> columns;

  DistinctWorker(List<ColumnPlan> plans, List<ColumnFit> fits) {
    this.plans = plans;
    BlockScratch scratch = new BlockScratch();
    this.columns = fits.stream().map(fit -> fit.lookUp(scratch)).toList();
  }

  @Override
  public void accept(ColumnBatch batch, int from, int to) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = batch.column(plans.get(i).position());
      for (int block = from; block < to; block += Column.BLOCK) {
        columns.get(i).accept(column, block, Math.min(to, block + Column.BLOCK));
      }
    }
  }

  void addAll(DistinctWorker other) {
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).addAll(other.columns.get(i));
    }
  }

  ColumnDistinct column(int plan) {
    return columns.get(plan);
  }
}
