package io.lanewise.profile;

import io.lanewise.container.Container;
import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes a profile out of a container; what does not add up is an IllegalArgumentException. */
record ProfileReader(Container container) {

  Profile read() {
    List<ReferenceColumn> columns = new ArrayList<>();
    List<Counts> counts = new ArrayList<>();
    for (Entries entries = column(0);
        entries.optionalWord("name") != null;
        entries = column(columns.size())) {
      ReferenceColumn column = ColumnEntries.read(entries);
      columns.add(column);
      counts.add(CountEntries.read(column.binning(), column.type().family(), entries));
    }
    long rows = rows();
    checkTotals(columns, counts, rows);
    PairSpace space =
        new PairSpace(
            PairEntries.coarsenings(columns, container.metadata(), container.tensors()),
            PairEntries.pairs(container.tensors()));
    List<JointCounts> joint = PairEntries.counts(space, container.tensors());
    for (JointCounts table : joint) {
      checkTotal("a pair", Arrays.stream(table.toArray()).reduce(0, Math::addExact), rows);
    }
    return new Profile(new Reference(columns, space), rows, counts, joint);
  }

  private long rows() {
    Tensor rows = container.tensors().get("rows");
    if (rows == null || rows.size() != 1) {
      throw new IllegalArgumentException("does not say how many rows it holds");
    }
    return rows.toLongs()[0];
  }

  private Entries column(int i) {
    return new Entries("column/" + i, container.metadata(), container.tensors());
  }

  private static void checkTotals(List<ReferenceColumn> columns, List<Counts> counts, long rows) {
    for (int i = 0; i < columns.size(); i++) {
      checkTotal("column '" + columns.get(i).name() + "'", counts.get(i).total(), rows);
    }
  }

  private static void checkTotal(String what, long total, long rows) {
    if (total != rows) {
      throw new IllegalArgumentException(
          "counts of %s add up to %d, expected the %d rows".formatted(what, total, rows));
    }
  }
}
