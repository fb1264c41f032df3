package io.lanewise.bench;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.ColumnBatch;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Rows of 50 columns: 30 of doubles, of which neighbours depend on each other, and 20 of text, of 2
 * to 382 values, each of which depends on one of the numbers.
 */
final class WideRows {

  static final int NUMBERS = 30;
  static final int TEXTS = 20;

  private final BytesColumn[] dictionaries = new BytesColumn[TEXTS];

  WideRows() {
    for (int i = 0; i < TEXTS; i++) {
      dictionaries[i] =
          BytesColumn.of(
              IntStream.range(0, 2 + i * (i + 1))
                  .mapToObj(value -> "value " + value)
                  .toArray(String[]::new));
    }
  }

  /**
   * Draws a batch.
   *
   * @param shift added to every third number
   */
  ColumnBatch draw(int rowCount, long seed, double shift) {
    Random random = new Random(seed);
    double[][] numbers = new double[NUMBERS][rowCount];
    int[][] codes = new int[TEXTS][rowCount];
    for (int row = 0; row < rowCount; row++) {
      double last = random.nextGaussian();
      for (int i = 0; i < NUMBERS; i++) {
        last = 0.7 * last + 0.7 * random.nextGaussian();
        numbers[i][row] = last + (i % 3 == 0 ? shift : 0);
      }
      for (int i = 0; i < TEXTS; i++) {
        int values = dictionaries[i].length();
        double share = Math.abs(0.5 * numbers[i][row] + random.nextGaussian()) / 4;
        codes[i][row] = (int) Math.min(values - 1.0, values * share);
      }
    }
    BatchBuilder builder = new BatchBuilder(rowCount);
    for (int i = 0; i < NUMBERS; i++) {
      builder.doubles("number" + i, numbers[i]);
    }
    for (int i = 0; i < TEXTS; i++) {
      builder.codes("text" + i, codes[i], dictionaries[i]);
    }
    return builder.build();
  }
}
