package io.lanewise.profile;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnType;
import java.util.List;

/** What is gathered from a column's sampled rows. One thread. */
sealed interface ColumnSample {

  /** Takes the rows {@code [from, to)}, at most {@link Column#BLOCK} of them. */
  void accept(Column column, int from, int to);

  /** Adds what another thread gathered from the same column. */
  void addAll(ColumnSample other);

  static ColumnSample of(ColumnType type, Treatment treatment, BlockScratch scratch) {
    return switch (treatment) {
      case Treatment.WithEdges edges -> new Numbers(scratch);
      case Treatment.AsNumbers numbers -> new Numbers(scratch);
      case Treatment.AsCategories categories -> new Values(type, scratch);
      case Treatment.Automatic automatic ->
          type.family().ordered() ? new Numbers(scratch) : new Values(type, scratch);
    };
  }

  /** The finite values. */
  final class Numbers implements ColumnSample {
    private final NumberReader reader;
    final NumberSample values = new NumberSample();
    private long rows;

    Numbers(BlockScratch scratch) {
      this.reader = new NumberReader(scratch);
    }

    /** How many rows have none: null, NaN and infinite ones. */
    long without() {
      return rows - values.size();
    }

    @Override
    public void accept(Column column, int from, int to) {
      reader.read(column, from, to, values);
      rows += to - from;
    }

    @Override
    public void addAll(ColumnSample other) {
      Numbers numbers = (Numbers) other;
      values.addAll(numbers.values);
      rows += numbers.rows;
    }
  }

  /** The distinct values and their counts. */
  final class Values implements ColumnSample {
    private final CategoryEncoder encoder;
    private final int[] codes;
    private CategoryCounts others;

    Values(ColumnType type, BlockScratch scratch) {
      this.encoder = new CategoryEncoder(new Categories(List.of()), type, type, scratch);
      this.codes = scratch.codes;
      this.others = encoder.counts();
    }

    @Override
    public void accept(Column column, int from, int to) {
      encoder.encode(column, from, to, codes);
      encoder.count(codes, to - from);
    }

    @Override
    public void addAll(ColumnSample other) {
      others = others.plus(((Values) other).counts());
    }

    CategoryCounts counts() {
      return others.plus(encoder.counts());
    }
  }
}
