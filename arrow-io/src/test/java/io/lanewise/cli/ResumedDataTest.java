package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.arrow.OutputColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training goes on with the table that it began with, and with no other, however like it. */
class ResumedDataTest {

  private static final int ROWS = 1_200;

  @TempDir private Path folder;
  private Path other;
  private Path model;
  private byte[] before;

  private final double[] x = IntStream.range(0, ROWS).mapToDouble(i -> i * 37 % 1_009).toArray();
  private final long[] n = IntStream.range(0, ROWS).mapToLong(i -> i % 3).toArray();
  private final long[] same = IntStream.range(0, ROWS).mapToLong(_ -> 7).toArray();

  /** Follows from n, and so takes no floats. */
  private final long[] square =
      IntStream.range(0, ROWS).mapToLong(i -> i % 3 == 0 ? 0 : i % 3 == 1 ? 1 : 4).toArray();

  /** 1,100 words: the last ones have no choice of their own. */
  private final int[] t = IntStream.range(0, ROWS).map(i -> i % 1_100).toArray();

  private final List<String> words = IntStream.range(0, 1_100).mapToObj(i -> "w" + i).toList();

  private List<OutputColumn> columns() {
    return new ArrayList<>(
        List.of(
            Tables.doubles("x", x.clone()),
            Tables.longs("n", n.clone()),
            Tables.longs("same", same.clone()),
            Tables.longs("square", square.clone()),
            new OutputColumn.Words("t", t.clone(), words, new BitSet())));
  }

  @BeforeEach
  void train() throws IOException {
    model = folder.resolve("a.model");
    other = folder.resolve("other.arrow");
    Path table = Tables.write(folder.resolve("real.arrow"), 1_000, columns());
    Outcome outcome = SmallTraining.train(table, model, "--epochs=1", "--every=1");
    assertEquals(ExitCode.OK, outcome.exitCode(), outcome.err());
    before = Files.readAllBytes(model);
  }

  private void refused(int column, UnaryOperator<OutputColumn> change, Object... mentioned)
      throws IOException {
    List<OutputColumn> columns = columns();
    columns.set(column, change.apply(columns.get(column)));
    refused(columns, mentioned);
  }

  private void refused(List<OutputColumn> columns, Object... mentioned) throws IOException {
    Tables.write(other, 1_000, columns);
    Object[] all = Stream.concat(Stream.of(other), Stream.of(mentioned)).toArray();
    SmallTraining.train(other, model, "--resume", "--epochs=2").refuses(ExitCode.DATA, all);
    assertArrayEquals(before, Files.readAllBytes(model));
  }

  private static OutputColumn withLong(OutputColumn column, int row, long value) {
    long[] values = ((OutputColumn.Longs) column).values().clone();
    values[row] = value;
    return Tables.longs(column.name(), values);
  }

  private static OutputColumn withWord(OutputColumn column, int row, int value) {
    OutputColumn.Words of = (OutputColumn.Words) column;
    int[] indices = of.indices().clone();
    indices[row] = value;
    return new OutputColumn.Words(of.name(), indices, of.words(), of.nulls());
  }

  /** Among them rows that are scored against, or asked about, and not learnt from. */
  @Test
  void anotherValueInAnyRow() throws IOException {
    String why = "its values are not those that the training began with";
    for (int row = 0; row < ROWS; row += 100) {
      int at = row;
      refused(1, column -> withLong(column, at, 2 - at % 3 == at % 3 ? 0 : 2 - at % 3), "its ");
      refused(2, column -> withLong(column, at, 8), why);
      refused(3, column -> withLong(column, at, 100), why);
      refused(4, column -> withWord(column, at, at % 1_100 == 5 ? 6 : 5), why);
    }
  }

  @Test
  void rowsInAnotherOrder() throws IOException {
    for (int row = 0; row < ROWS - 1; row += 100) {
      double[] swapped = x.clone();
      swapped[row] = x[row + 1];
      swapped[row + 1] = x[row];
      refused(0, _ -> Tables.doubles("x", swapped), "its 1,200 rows", "or not in their order");
    }
  }

  @Test
  void moreRowsOrFewer() throws IOException {
    for (int rows : new int[] {ROWS / 2, ROWS - 1}) {
      refused(
          List.of(
              Tables.doubles("x", Arrays.copyOf(x, rows)),
              Tables.longs("n", Arrays.copyOf(n, rows)),
              Tables.longs("same", Arrays.copyOf(same, rows)),
              Tables.longs("square", Arrays.copyOf(square, rows)),
              new OutputColumn.Words("t", Arrays.copyOf(t, rows), words, new BitSet())),
          "not those that the training began with");
    }
  }

  /** The rows that would be generated are of one type or the other. */
  @Test
  void theSameValuesOfAnotherKind() throws IOException {
    int[] ints = Arrays.stream(n).mapToInt(i -> (int) i).toArray();
    refused(
        1,
        _ -> new OutputColumn.Ints("n", ints, new BitSet()),
        "column 1 is 'n' of type int32, expected 'n' of type int64");
    int[] turned = Arrays.stream(t).map(i -> 1_099 - i).toArray();
    refused(
        4,
        _ -> new OutputColumn.Words("t", turned, words.reversed(), new BitSet()),
        "dictionaries or metadata of its Arrow schema");
    refused(0, _ -> Tables.doubles("y", x), "'y'", "expected 'x'");
    refused(columns().subList(0, 4), "4 columns, expected 5");
  }
}
