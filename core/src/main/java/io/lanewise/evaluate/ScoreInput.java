package io.lanewise.evaluate;

import io.lanewise.column.Table;
import io.lanewise.profile.Profile;

/** One side of a score: data that is still to be counted, or the counts of some. */
public sealed interface ScoreInput {

  /** What to call it in messages and reports. */
  String source();

  /** Number of rows. */
  long rowCount();

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

    @Override
    public long rowCount() {
      return table.rowCount();
    }
  }

  /**
   * Counts over a reference.
   *
   * @param source what to call them
   * @param profile the counts
   */
  record Counted(String source, Profile profile) implements ScoreInput {
    @Override
    public long rowCount() {
      return profile.rows();
    }
  }
}
