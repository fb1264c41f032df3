package io.lanewise.cli;

import io.lanewise.arrow.OutputColumn;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Rows by number: the same number is the same row in every table, in whatever batches. */
final class StreamedRows {

  private StreamedRows() {}

  /** Writes the rows {@code [from, to)}. */
  static Path write(Path file, int from, int to, int batchRows) {
    return Tables.write(file, batchRows, columns(from, to));
  }

  private static List<OutputColumn> columns(int from, int to) {
    BitSet nulls = new BitSet();
    IntStream.range(from, to).filter(row -> row % 13 == 0).forEach(row -> nulls.set(row - from));
    String[] words = {"red", "green", "blue", "grey", "black"};
    return List.of(
        new OutputColumn.Doubles(
            "x",
            IntStream.range(from, to).mapToDouble(row -> Math.sin(row) + row / 1e5).toArray(),
            nulls),
        new OutputColumn.Ints(
            "k", IntStream.range(from, to).map(row -> row * 31 % 101 % 17).toArray(), new BitSet()),
        new OutputColumn.Words(
            "w",
            IntStream.range(from, to).map(row -> Math.min(4, row * 7 % 23 / 4)).toArray(),
            List.of(words),
            nulls));
  }
}
