package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import io.lanewise.evaluate.Scorer;
import io.lanewise.gan.codec.CodecSettings;
import io.lanewise.gan.codec.TableCodec;
import org.junit.jupiter.api.Test;

/** Real data, dealt to what it is for. */
class TrainingDataTest {

  private static final int ROWS = 1_000;
  private static final MemoryTable TABLE =
      MemoryTable.of(
          "t",
          MemoryColumn.doubles(
              "x",
              ColumnType.of("float64", Family.FLOATING),
              MemoryColumn.rows(ROWS, i -> i * 37 % 101 / 8.0)));

  private static TrainingData data(long mostLearnt) {
    TableCodec codec = TableCodec.fit(TABLE, CodecSettings.ofDefaults());
    RowRoles roles = new RowRoles(ROWS, mostLearnt, 5);
    return TrainingData.of(TABLE, codec, roles, 1, 5, Scorer.ofDefaults());
  }

  @Test
  void theDigestTellsHowManyRowsAreLearnt() {
    String all = data(Long.MAX_VALUE).digest();
    assertEquals(all, data(Long.MAX_VALUE).digest());
    assertNotEquals(all, data(700).digest());
  }
}
