package io.lanewise.evaluate;

import io.lanewise.column.BatchReader;
import io.lanewise.column.Schema;
import io.lanewise.column.Table;
import io.lanewise.profile.Profile;

/** One side of a score: data that is still to be counted, or counts of some. */
public sealed interface ScoreInput {

  /** What to call it in messages and reports. */
  String source();

  /**
   * Data.
   *
   * @param table its rows
   */
  record Data(Table table) implements ScoreInput {
    @Override
    public String source() {
      return table.source();
    }

    /** Number of rows. */
    public long rowCount() {
      return table.rowCount();
    }
  }

  /**
   * Data that can be read once, such as a stream: generated data alone, because real data is read
   * to fit a reference and again to be counted.
   *
   * @param source what to call it
   * @param schema of its batches
   * @param rows is read to its end, and closed
   */
  record Once(String source, Schema schema, BatchReader rows) implements ScoreInput {}

  /**
   * Counts over a reference.
   *
   * @param source what to call them
   * @param profile the counts
   */
  record Counted(String source, Profile profile) implements ScoreInput {
    /** Number of rows. */
    public long rowCount() {
      return profile.rows();
    }
  }
}
