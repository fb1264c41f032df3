package io.lanewise.gan.codec;

import io.lanewise.column.BytesBlock;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DictionaryColumn;
import io.lanewise.column.DoubleColumn;
import io.lanewise.column.LongColumn;
import io.lanewise.column.WideColumn;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;

/** What tests compare: the values of columns, boxed; text as text, a null as null. */
final class Decoded {

  private Decoded() {}

  static UniformRandomProvider random(long seed) {
    return RandomSource.XO_SHI_RO_256_PP.create(seed);
  }

  /** The rows, encoded and decoded. */
  static List<@Nullable Object> again(TableCodec codec, ColumnBatch batch, int column) {
    float[] rows = codec.encode(batch);
    ColumnBatch decoded = codec.decode(rows, batch.rowCount(), random(1));
    return values(decoded.column(column));
  }

  static List<@Nullable Object> values(Column column) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int row = 0; row < column.length(); row++) {
      values.add(value(column, row));
    }
    return values;
  }

  private static @Nullable Object value(Column column, int row) {
    long[] validity = new long[Column.VALIDITY_WORDS];
    return switch (column) {
      case DoubleColumn c -> {
        double[] one = new double[1];
        yield c.read(row, row + 1, one, validity) > 0 ? null : (Double) one[0];
      }
      case LongColumn c -> {
        long[] one = new long[1];
        yield c.read(row, row + 1, one, validity) > 0 ? null : (Long) one[0];
      }
      case WideColumn c -> {
        BigInteger[] one = new BigInteger[1];
        yield c.read(row, row + 1, one, validity) > 0 ? null : one[0];
      }
      case BytesColumn c -> {
        BytesBlock block = new BytesBlock();
        c.read(row, row + 1, block);
        yield block.nulls() > 0
            ? null
            : new String(
                Arrays.copyOf(block.bytes(), block.ends()[0]),
                java.nio.charset.StandardCharsets.ISO_8859_1);
      }
      case DictionaryColumn c -> {
        int[] one = new int[1];
        yield c.read(row, row + 1, one, validity) > 0 ? null : value(c.dictionary(), one[0]);
      }
    };
  }
}
