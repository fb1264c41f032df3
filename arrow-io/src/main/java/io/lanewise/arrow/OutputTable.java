package io.lanewise.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import io.lanewise.column.BatchBuilder;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** Plain arrays as a batch, and the template of a table that has them alone. */
final class OutputTable {

  private static final ColumnType DATE =
      new ColumnType("date32", Family.DATE, BigDecimal.valueOf(86_400));
  private static final ColumnType INSTANT =
      new ColumnType("timestamp[us, UTC]", Family.INSTANT, BigDecimal.valueOf(1, 6));

  private final List<Field> fields = new ArrayList<>();
  private final Map<Long, BytesColumn> dictionaries = new LinkedHashMap<>();
  private final BatchBuilder batch;

  OutputTable(List<? extends OutputColumn> columns, int rows) {
    batch = new BatchBuilder(rows);
    columns.forEach(this::add);
  }

  ColumnBatch batch() {
    return batch.build();
  }

  TableTemplate template() {
    var builder = new FlatBufferBuilder();
    builder.finish(new Schema(fields).getSchema(builder));
    var declared = org.apache.arrow.flatbuf.Schema.getRootAsSchema(builder.dataBuffer());
    TableLayout layout = SchemaDecoder.decode(declared, MetadataVersion.V5);
    Map<Long, TemplateDictionary> templates = new LinkedHashMap<>();
    dictionaries.forEach(
        (id, words) -> {
          var values = Objects.requireNonNull(layout.dictionaries().get(id)).storage();
          var template = new TemplateDictionary(values);
          template.add(words);
          templates.put(id, template);
        });
    List<TableTemplate.Column> columns =
        layout.columns().stream().map(column -> new TableTemplate.Column(column, true)).toList();
    return new TableTemplate(columns, List.of(), SchemaCopy.all(declared), templates);
  }

  private void add(OutputColumn column) {
    String name = column.name();
    switch (column) {
      case OutputColumn.Doubles doubles -> {
        declare(name, new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE));
        batch.doubles(name, doubles.values(), doubles.nulls());
      }
      case OutputColumn.Ints ints -> {
        declare(name, new ArrowType.Int(32, true));
        batch.ints(name, ints.values(), ints.nulls());
      }
      case OutputColumn.Longs longs -> {
        declare(name, new ArrowType.Int(64, true));
        batch.longs(name, longs.values(), longs.nulls());
      }
      case OutputColumn.Booleans bits -> {
        declare(name, new ArrowType.Bool());
        batch.booleans(name, bits.values(), bits.nulls());
      }
      case OutputColumn.Words words -> add(words);
      case OutputColumn.Dates dates -> {
        declare(name, new ArrowType.Date(DateUnit.DAY));
        long[] days = Arrays.stream(dates.days()).asLongStream().toArray();
        batch.longs(new io.lanewise.column.Field(name, DATE), days, dates.nulls());
      }
      case OutputColumn.Instants instants -> {
        declare(name, new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC"));
        batch.longs(
            new io.lanewise.column.Field(name, INSTANT), instants.micros(), instants.nulls());
      }
    }
  }

  private void add(OutputColumn.Words column) {
    var encoding = new DictionaryEncoding(fields.size(), false, new ArrowType.Int(32, true));
    var type = new FieldType(true, new ArrowType.Utf8(), encoding);
    // A column has nulls; the words it is made of are words.
    BytesColumn words =
        BytesColumn.of(column.words().stream().map(Objects::requireNonNull).toArray(String[]::new));
    dictionaries.put(encoding.getId(), words);
    fields.add(new Field(column.name(), type, List.of()));
    batch.codes(column.name(), column.indices(), words, column.nulls());
  }

  private void declare(String name, ArrowType type) {
    fields.add(new Field(name, FieldType.nullable(type), List.of()));
  }
}
