package io.lanewise.gan;

import io.lanewise.column.BatchReader;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.gan.codec.TableCodec;
import org.apache.commons.rng.UniformRandomProvider;

/** As many rows of one table as of another, as floats: the real rows, then the generated ones. */
final class SampledRows {

  /** Rows that are encoded at once. */
  private static final int CHUNK = 8 * Column.BLOCK;

  private final float[] values;
  private final int width;
  private final int perSide;

  private SampledRows(float[] values, int width, int perSide) {
    this.values = values;
    this.width = width;
    this.perSide = perSide;
  }

  /**
   * Draws rows from both sides, without replacement.
   *
   * @param perSide at most the rows of either side; both together fit into an array
   */
  static SampledRows of(
      PooledTable table,
      TableCodec codec,
      long realRows,
      int perSide,
      UniformRandomProvider random) {
    int width = codec.layout().width();
    float[] values = new float[2 * perSide * width];
    Draw ofReal = new Draw(realRows, perSide, random);
    Draw ofGenerated = new Draw(table.rowCount() - realRows, perSide, random);
    int next = 0;
    try (BatchReader reader = table.open()) {
      for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        try (ColumnBatch open = batch) {
          Draw draw = table.isReal(open) ? ofReal : ofGenerated;
          for (int from = 0; from < open.rowCount(); from += CHUNK) {
            int to = Math.min(open.rowCount(), from + CHUNK);
            float[] floats = codec.encode(open, from, to);
            for (int row = 0; row < to - from; row++) {
              if (draw.next()) {
                System.arraycopy(floats, row * width, values, next++ * width, width);
              }
            }
          }
        }
      }
    }
    return new SampledRows(values, width, perSide);
  }

  /** The rows, one after the other. */
  float[] values() {
    return values;
  }

  /** Floats of a row. */
  int width() {
    return width;
  }

  /** Rows of a side. */
  int perSide() {
    return perSide;
  }

  /** Which of so many things are among so many that are drawn; each set is as likely. */
  private static final class Draw {
    private final UniformRandomProvider random;
    private long left;
    private long wanted;

    Draw(long left, long wanted, UniformRandomProvider random) {
      this.random = random;
      this.left = left;
      this.wanted = wanted;
    }

    /** Whether the next one is. */
    boolean next() {
      boolean drawn = wanted == left || random.nextLong(left) < wanted;
      left--;
      wanted -= drawn ? 1 : 0;
      return drawn;
    }
  }
}
