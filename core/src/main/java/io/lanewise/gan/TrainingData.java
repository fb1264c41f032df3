package io.lanewise.gan;

import io.lanewise.column.BatchReader;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.column.Table;
import io.lanewise.evaluate.ColumnMatching;
import io.lanewise.evaluate.Scorer;
import io.lanewise.evaluate.StreamingEvaluator;
import io.lanewise.gan.codec.TableCodec;
import io.lanewise.profile.Reference;
import io.lanewise.profile.ReferenceColumn;
import io.lanewise.profile.ReferenceFitter;

/** The real data as a training needs it: rows to learn from, and others that are held back. */
final class TrainingData {

  private final float[] learn;
  private final float[] held;
  private final StreamingEvaluator evaluator;
  private final long left;
  private final String digest;

  private TrainingData(
      float[] learn, float[] held, StreamingEvaluator evaluator, long left, String digest) {
    this.learn = learn;
    this.held = held;
    this.evaluator = evaluator;
    this.left = left;
    this.digest = digest;
  }

  /**
   * Reads a table once more than the codec did.
   *
   * @param roles of its rows, of which none is dealt yet
   * @param leastHeld fewest rows to ask about; those of a table that has fewer are repeated
   * @throws DataException where the table cannot be read, or all its columns are identifiers
   */
  static TrainingData of(
      Table table, TableCodec codec, RowRoles roles, int leastHeld, long seed, Scorer scorer) {
    int width = codec.layout().width();
    StreamingEvaluator evaluator = evaluator(table, codec, seed, scorer);
    float[] learn = floats(roles.learn(), width);
    float[] held = floats(Math.max(leastHeld, roles.held()), width);
    Sorter sorter = new Sorter(roles, width, learn, held, evaluator);
    try (BatchReader reader = table.open()) {
      for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        try (ColumnBatch open = batch) {
          for (int from = 0; from < open.rowCount(); from += Column.BLOCK) {
            int to = Math.min(open.rowCount(), from + Column.BLOCK);
            sorter.add(open, from, to, codec.encode(open, from, to));
          }
        }
      }
    }
    for (int i = sorter.heldRows * width; i < held.length; i++) {
      held[i] = held[i - sorter.heldRows * width];
    }
    return new TrainingData(
        learn, held, evaluator, sorter.left, sorter.digest.ofAll(roles.learn()));
  }

  private static float[] floats(long rows, int width) {
    if (rows * width > Integer.MAX_VALUE - 8) {
      throw new DataException(
          "%d rows of %d floats, more than an array holds".formatted(rows, width));
    }
    return new float[(int) (rows * width)];
  }

  /** Edges and categories are those of all rows. */
  private static StreamingEvaluator evaluator(
      Table table, TableCodec codec, long seed, Scorer scorer) {
    ColumnMatching matching = ColumnMatching.of(table.schema(), codec.schema(), scorer.selection());
    Reference reference =
        new ReferenceFitter(scorer.bins(), scorer.pairs(), seed, scorer.threads())
            .fit(table, matching.plans());
    if (reference.columns().stream().allMatch(ReferenceColumn::identifier)) {
      throw new DataException(
          table.source()
              + ": all columns look like identifiers, nearly every value another: there is nothing"
              + " to score generated rows by");
    }
    return StreamingEvaluator.of(reference, table.schema(), codec.schema(), scorer);
  }

  /** Puts rows where they belong. */
  private static final class Sorter {
    private final RowRoles roles;
    private final int width;
    private final float[] learn;
    private final float[] held;
    private final StreamingEvaluator evaluator;
    private int learnt;
    private int heldRows;
    private final RowDigest digest = new RowDigest();
    private long left;

    Sorter(RowRoles roles, int width, float[] learn, float[] held, StreamingEvaluator evaluator) {
      this.roles = roles;
      this.width = width;
      this.learn = learn;
      this.held = held;
      this.evaluator = evaluator;
    }

    void add(ColumnBatch batch, int from, int to, float[] floats) {
      digest.add(floats);
      for (int row = from; row < to; row++) {
        int at = (row - from) * width;
        switch (roles.next()) {
          case LEARN -> learn(floats, at);
          case HOLD -> hold(batch, row, floats, at);
          case LEAVE -> left++;
          case ALL -> {
            learn(floats, at);
            hold(batch, row, floats, at);
          }
        }
      }
    }

    private void learn(float[] floats, int at) {
      System.arraycopy(floats, at, learn, learnt++ * width, width);
    }

    private void hold(ColumnBatch batch, int row, float[] floats, int at) {
      System.arraycopy(floats, at, held, heldRows++ * width, width);
      evaluator.acceptReal(batch, row, row + 1);
    }
  }

  /** Rows to learn from, as floats. */
  float[] learn() {
    return learn;
  }

  /** Rows that no network learns from, to ask the discriminator about; as floats. */
  float[] held() {
    return held;
  }

  /** Has counted the held-out rows. */
  StreamingEvaluator evaluator() {
    return evaluator;
  }

  /** Rows that are not used, for memory's sake. */
  long left() {
    return left;
  }

  /** A digest of all rows and of what they are for: a training goes on with the same ones only. */
  String digest() {
    return digest;
  }
}
