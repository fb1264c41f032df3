package io.lanewise.bench;

import io.lanewise.arrow.ArrowWriter;
import io.lanewise.arrow.OutputColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Writes a column of text with many distinct values, the first ones more frequent than the last:
 * {@code FILE ROWS DISTINCT SEED}.
 */
public final class WriteCategories {

  private static final int BATCH_ROWS = 1 << 18;

  private WriteCategories() {}

  /** Writes the table that the arguments tell. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 4) {
      System.err.println("usage: FILE ROWS DISTINCT SEED");
      System.exit(2);
    }
    int rows = Integer.parseInt(arguments[1]);
    int distinct = Integer.parseInt(arguments[2]);
    SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[3]));
    List<String> words = IntStream.range(0, distinct).mapToObj(i -> "category " + i).toList();
    int[] indices =
        IntStream.range(0, rows)
            .map(i -> (int) (distinct * random.nextDouble() * random.nextDouble()))
            .toArray();
    ArrowWriter.write(
        Path.of(arguments[0]),
        List.of(new OutputColumn.Words("category", indices, words, new BitSet())),
        BATCH_ROWS);
  }
}
