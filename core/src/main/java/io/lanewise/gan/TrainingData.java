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
import io.lanewise.profile.ReferenceFitter;

/** The real data as a training needs it: rows to learn from, to ask about, and to score against. */
final class TrainingData {

  private final float[] learn;
  private final float[] ask;
  private final StreamingEvaluator evaluator;
  private final long left;
  private final String digest;

  private TrainingData(
      float[] learn, float[] ask, StreamingEvaluator evaluator, long left, String digest) {
    this.learn = learn;
    this.ask = ask;
    this.evaluator = evaluator;
    this.left = left;
    this.digest = digest;
  }

  /**
   * Reads a table once more than the codec did.
   *
   * @param roles of its rows, of which none is dealt yet
   * @param leastAsked least rows to ask about; those of a table that has fewer are repeated
   * @throws DataException where the table cannot be read
   */
  static TrainingData of(
      Table table, TableCodec codec, RowRoles roles, int leastAsked, long seed, Scorer scorer) {
    int width = codec.layout().width();
    StreamingEvaluator evaluator = evaluator(table, codec, seed, scorer);
    float[] learn = floats(roles.learn(), width);
    float[] ask = floats(Math.max(leastAsked, roles.ask()), width);
    Sorter sorter = new Sorter(roles, width, learn, ask, evaluator);
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
    for (int i = sorter.asked * width; i < ask.length; i++) {
      ask[i] = ask[i - sorter.asked * width];
    }
    return new TrainingData(learn, ask, evaluator, sorter.left, sorter.digest.ofAll(roles.learn()));
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
    return StreamingEvaluator.of(reference, table.schema(), codec.schema(), scorer);
  }

  /** Puts rows where they belong. */
  private static final class Sorter {
    private final RowRoles roles;
    private final int width;
    private final float[] learn;
    private final float[] ask;
    private final StreamingEvaluator evaluator;
    private int learnt;
    private int asked;
    private final RowDigest digest = new RowDigest();
    private long left;

    Sorter(RowRoles roles, int width, float[] learn, float[] ask, StreamingEvaluator evaluator) {
      this.roles = roles;
      this.width = width;
      this.learn = learn;
      this.ask = ask;
      this.evaluator = evaluator;
    }

    void add(ColumnBatch batch, int from, int to, float[] floats) {
      digest.add(floats);
      for (int row = from; row < to; row++) {
        int at = (row - from) * width;
        switch (roles.next()) {
          case LEARN -> learn(floats, at);
          case ASK -> ask(floats, at);
          case SCORE -> evaluator.acceptReal(batch, row, row + 1);
          case LEAVE -> left++;
          case ALL -> {
            learn(floats, at);
            ask(floats, at);
            evaluator.acceptReal(batch, row, row + 1);
          }
        }
      }
    }

    private void learn(float[] floats, int at) {
      System.arraycopy(floats, at, learn, learnt++ * width, width);
    }

    private void ask(float[] floats, int at) {
      System.arraycopy(floats, at, ask, asked++ * width, width);
    }
  }

  /** Rows to learn from, as floats. */
  float[] learn() {
    return learn;
  }

  /** Rows to ask the discriminator about, as floats. */
  float[] ask() {
    return ask;
  }

  /** Has counted the rows to score against. */
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
