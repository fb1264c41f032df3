package io.lanewise.gan.codec;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.Column;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.ColumnType;
import io.lanewise.column.Field;
import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codecs of single columns. */
final class CodecFits {

  private CodecFits() {}

  static TableCodec codec(MemoryColumn... columns) {
    return TableCodec.fit(MemoryTable.of("t", columns), CodecSettings.ofDefaults());
  }

  static NumberCodec numbers(MemoryColumn column) {
    NumberFitter fitter = new NumberFitter(column.field().type(), CodecSettings.ofDefaults());
    for (int from = 0; from < column.length(); from += Column.BLOCK) {
      int to = Math.min(column.length(), from + Column.BLOCK);
      fitter.accept(column.rows(from, to), 0, to - from);
    }
    return fitter.fit();
  }

  static NumberCodec doubles(double[] values) {
    return numbers(MemoryColumn.doubles("x", Arrays.stream(values).boxed().toArray(Double[]::new)));
  }

  static NumberCodec longs(long[] values) {
    return numbers(MemoryColumn.longs("x", Arrays.stream(values).boxed().toArray(Long[]::new)));
  }

  /** The rows of one column, encoded by the codec of another and decoded. */
  static List<@Nullable Object> again(NumberCodec codec, MemoryColumn rows) {
    BlockRows floats = floats(codec, rows.length());
    ColumnCodec.Encoder encoder = codec.encoder();
    for (int from = 0; from < rows.length(); from += Column.BLOCK) {
      int to = Math.min(rows.length(), from + Column.BLOCK);
      encoder.encode(rows.rows(from, to), 0, to - from, floats, from);
    }
    return decode(codec, floats, rows.field());
  }

  /** What so many positions, equally spaced in -1..1, of a stretch decode to. */
  static List<@Nullable Object> spread(NumberCodec codec, int stretch, int count, ColumnType type) {
    BlockRows floats = floats(codec, count);
    int first = codec.specials().size() + codec.spikes().size();
    for (int row = 0; row < count; row++) {
      floats.put(row, first + stretch, (float) (2 * ((row + 0.5) / count) - 1));
    }
    return decode(codec, floats, new Field("x", type));
  }

  private static BlockRows floats(NumberCodec codec, int rows) {
    List<RowLayout.Choice> choices = codec.choices();
    int width = choices.size() + 1;
    return BlockRows.of(new float[rows * width], width, 0, choices);
  }

  private static List<@Nullable Object> decode(NumberCodec codec, BlockRows floats, Field field) {
    int count = floats.rows().length / floats.width();
    BatchBuilder batch = new BatchBuilder(count);
    codec.decode(floats, count, Decoded.random(1), field, batch);
    try (ColumnBatch built = batch.build()) {
      return Decoded.values(built.column(0));
    }
  }
}
