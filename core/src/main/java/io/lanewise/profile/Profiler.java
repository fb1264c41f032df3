package io.lanewise.profile;

import io.lanewise.column.BatchReader;
import io.lanewise.column.Schema;
import io.lanewise.column.Table;
import io.lanewise.kernel.Kernels;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Counts whole tables over a reference.
 *
 * @param threads number of threads
 * @param kernels who does the work
 */
public record Profiler(int threads, Kernels kernels) {

  /** Checks the number of threads. */
  public Profiler {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: got " + threads + ", expected at least 1");
    }
  }

  /**
   * The profile of a table.
   *
   * @param table the data
   * @param reference the symbol space
   * @param positions for each reference column, its position in the table
   * @param rowsDone told now and then how many rows are counted, from any thread, one at a time
   * @throws io.lanewise.column.DataException where the data cannot be read
   */
  public Profile profile(Table table, Reference reference, int[] positions, LongConsumer rowsDone) {
    List<ProfileBuilder> builders =
        TableWalk.walk(
            table,
            threads,
            () -> new ProfileBuilder(reference, table.schema(), positions, kernels),
            rowsDone);
    return sum(builders);
  }

  /**
   * The profile of rows that are read once.
   *
   * @param rows is read to its end, and closed
   * @param schema of its batches
   * @param reference the symbol space
   * @param positions for each reference column, its position in the schema
   * @param rowsDone told now and then how many rows are counted, from any thread, one at a time
   * @throws io.lanewise.column.DataException where the data cannot be read
   */
  public Profile profile(
      BatchReader rows,
      Schema schema,
      Reference reference,
      int[] positions,
      LongConsumer rowsDone) {
    List<ProfileBuilder> builders =
        Stream.generate(() -> new ProfileBuilder(reference, schema, positions, kernels))
            .limit(threads)
            .toList();
    try (RowFeed feed = new RowFeed(rows, builders, rowsDone)) {
      feed.feed(Long.MAX_VALUE);
    }
    return sum(builders);
  }

  private static Profile sum(List<ProfileBuilder> builders) {
    return builders.stream().map(ProfileBuilder::profile).reduce(Profile::plus).orElseThrow();
  }
}
