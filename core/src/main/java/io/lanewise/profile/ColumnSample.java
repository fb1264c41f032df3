package io.lanewise.profile;

import io.lanewise.column.Column;
import io.lanewise.column.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is gathered from a column's sampled rows. One thread. */
sealed interface ColumnSample {

  /** Takes the rows {@code [from, to)}, at most {@link Column#BLOCK} of them. */
  void accept(Column column, int from, int to);

  /** Adds what another thread gathered from the same column. */
  void addAll(ColumnSample other);

  static ColumnSample of(ColumnType type, Treatment treatment, BlockScratch scratch) {
    return switch (treatment) {
      case Treatment.WithEdges edges -> new Numbers(type, scratch);
      case Treatment.AsNumbers numbers -> new Numbers(type, scratch);
      case Treatment.AsCategories categories -> new Values(type, scratch);
      case Treatment.Automatic automatic ->
          type.family().ordered() ? new Numbers(type, scratch) : new Values(type, scratch);
    };
  }

  /** The finite values; as long as there are none, how often each of the others occurs. */
  final class Numbers implements ColumnSample {
    private final ColumnType type;
    private final BlockScratch scratch;
    private final NumberReader reader;
    final NumberSample values = new NumberSample();
    private @Nullable Values others;
    private long rows;

    Numbers(ColumnType type, BlockScratch scratch) {
      this.type = type;
      this.scratch = scratch;
      this.reader = new NumberReader(scratch);
    }

    /** How many rows have none: null, NaN and infinite ones. */
    long without() {
      return rows - values.size();
    }

    /** The counts of null, NaN and infinities where there is nothing else; null where there is. */
    @Nullable CategoryCounts others() {
      return values.size() > 0 ? null : othersSoFar().counts();
    }

    private Values othersSoFar() {
      Values found = others == null ? new Values(type, scratch) : others;
      others = found;
      return found;
    }

    @Override
    public void accept(Column column, int from, int to) {
      reader.read(column, from, to, values);
      rows += to - from;
      if (values.size() == 0) {
        othersSoFar().accept(column, from, to);
      }
    }

    @Override
    public void addAll(ColumnSample other) {
      Numbers numbers = (Numbers) other;
      values.addAll(numbers.values);
      rows += numbers.rows;
      if (values.size() == 0) {
        othersSoFar().addAll(numbers.othersSoFar());
      }
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
