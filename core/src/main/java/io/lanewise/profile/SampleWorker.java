package io.lanewise.profile;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Field;
import java.util.List;

/** Gathers the sampled rows of the planned columns. */
final class SampleWorker implements SliceWorker {

  private final List<ColumnPlan> plans;
  private final RowSample sample;
  private final List<ColumnSample> columns;
  private final RowRuns runs = new RowRuns();

  SampleWorker(List<Field> fields, List<ColumnPlan> plans, RowSample sample) {
    this.plans = plans;
    this.sample = sample;
    BlockScratch scratch = new BlockScratch();
    this.columns =
        plans.stream()
            .map(
                plan ->
                    ColumnSample.of(fields.get(plan.position()).type(), plan.treatment(), scratch))
            .toList();
  }

  @Override
  public void accept(ColumnBatch batch, int from, int to) {
    for (int block = from; block < to; block += Column.BLOCK) {
      sample.select(batch.firstRow(), block, Math.min(to, block + Column.BLOCK), runs);
      for (int i = 0; i < columns.size(); i++) {
        Column column = batch.column(plans.get(i).position());
        for (int run = 0; run < runs.count(); run++) {
          columns.get(i).accept(column, runs.start(run), runs.end(run));
        }
      }
    }
  }

  void addAll(SampleWorker other) {
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).addAll(other.columns.get(i));
    }
  }

  ColumnSample column(int plan) {
    return columns.get(plan);
  }
}
