package io.lanewise.profile;

import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import io.lanewise.column.Table;
import io.lanewise.kernel.Kernels;
import java.util.List;
import java.util.stream.IntStream;

/** Fits references to small tables and counts them. */
final class Fits {

  static final long SEED = 42;

  private Fits() {}

  static Reference reference(Table table, int threads) {
    return reference(table, threads, new Treatment.Automatic());
  }

  static Reference reference(Table table, int threads, Treatment treatment) {
    List<ColumnPlan> plans =
        IntStream.range(0, table.schema().fields().size())
            .mapToObj(position -> new ColumnPlan(position, treatment))
            .toList();
    return new ReferenceFitter(ReferenceFitter.MOST_BINS, PairPlan.AUTOMATIC, SEED, threads)
        .fit(table, plans);
  }

  static ReferenceColumn column(MemoryColumn column) {
    return column(column, new Treatment.Automatic());
  }

  static ReferenceColumn column(MemoryColumn column, Treatment treatment) {
    return reference(MemoryTable.of("real", column), 1, treatment).columns().getFirst();
  }

  static Profile profile(Table table, Reference reference, int threads) {
    int[] positions = IntStream.range(0, reference.columns().size()).toArray();
    return new Profiler(threads, Kernels.scalar()).profile(table, reference, positions, rows -> {});
  }

  /** The counts of a column over a reference column. */
  static Counts counts(MemoryColumn column, ReferenceColumn reference) {
    Table table = MemoryTable.of("data", column);
    return profile(table, new Reference(List.of(reference)), 1).columns().getFirst();
  }
}
