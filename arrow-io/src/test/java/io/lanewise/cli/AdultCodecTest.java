package io.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.MemoryBudget;
import io.lanewise.arrow.Shared;
import io.lanewise.column.BatchReader;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Field;
import io.lanewise.column.LongColumn;
import io.lanewise.column.Table;
import io.lanewise.gan.codec.CodecSettings;
import io.lanewise.gan.codec.TableCodec;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Of the columns of Adult one is a function of another, and no other is. */
class AdultCodecTest {

  private static final String NAME = "education_num";
  private static final List<String> NOTES =
      List.of("column 'education_num' follows from 'education', and is derived from it");

  private static ArrowTable open() {
    return ArrowTable.open(List.of(Shared.path("data/adult/real.arrow")), new MemoryBudget(0));
  }

  @Test
  void yearsOfEducationFollow() {
    try (ArrowTable table = open()) {
      TableCodec codec = TableCodec.fit(table, CodecSettings.ofDefaults());
      assertEquals(NOTES, codec.notes());
      int column = codec.schema().fields().stream().map(Field::name).toList().indexOf(NAME);
      List<String> blocks =
          IntStream.range(0, codec.layout().blocks().size())
              .mapToObj(block -> codec.columnOfBlock(block).name())
              .toList();
      assertEquals(table.schema().fields().size() - 1, blocks.size());
      assertFalse(blocks.contains(NAME));
      float[] rows = codec.encode(table);
      try (ColumnBatch again = decode(codec, rows)) {
        assertArrayEquals(longs(table, column), longs(Table.of("t", List.of(again)), column));
      }
      // The function holds in any rows, so it is found in them.
      Random random = new Random(1);
      for (int i = 0; i < rows.length; i++) {
        rows[i] = random.nextFloat();
      }
      Table generated = Table.of("generated", List.of(decode(codec, rows)));
      assertEquals(NOTES, TableCodec.fit(generated, CodecSettings.ofDefaults()).notes());
    }
  }

  private static ColumnBatch decode(TableCodec codec, float[] rows) {
    int count = rows.length / codec.layout().width();
    return codec.decode(rows, count, RandomSource.XO_SHI_RO_256_PP.create(1));
  }

  private static long[] longs(Table table, int column) {
    LongStream all = LongStream.empty();
    try (BatchReader reader = table.open()) {
      for (ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        try (ColumnBatch open = batch) {
          LongColumn values = (LongColumn) open.column(column);
          long[] read = new long[open.rowCount()];
          long[] block = new long[Column.BLOCK];
          for (int from = 0; from < read.length; from += Column.BLOCK) {
            int to = Math.min(read.length, from + Column.BLOCK);
            assertEquals(0, values.read(from, to, block, new long[Column.VALIDITY_WORDS]));
            System.arraycopy(block, 0, read, from, to - from);
          }
          all = LongStream.concat(all, LongStream.of(read));
        }
      }
    }
    return all.toArray();
  }
}
