package io.lanewise.profile;

import static io.lanewise.column.MemoryColumn.type;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;

/** Column types that tests share. */
final class Types {

  static final ColumnType INT64 = ColumnType.of("int64", Family.INTEGER);
  static final ColumnType UINT64 = ColumnType.of("uint64", Family.INTEGER);
  static final ColumnType FLOAT64 = ColumnType.of("float64", Family.FLOATING);
  static final ColumnType DECIMAL2 = type("decimal128(38, 2)", Family.DECIMAL, "0.01");
  static final ColumnType DECIMAL_THOUSANDS = type("decimal128(38, -3)", Family.DECIMAL, "1000");
  static final ColumnType DATE32 = type("date32", Family.DATE, "86400");
  static final ColumnType DATE64 = type("date64", Family.DATE, "0.001");
  static final ColumnType TIME_MILLIS = type("time32[ms]", Family.TIME, "0.001");
  static final ColumnType SECONDS = type("timestamp[s]", Family.TIMESTAMP, "1");
  static final ColumnType MILLIS = type("timestamp[ms]", Family.TIMESTAMP, "0.001");
  static final ColumnType MICROS = type("timestamp[us]", Family.TIMESTAMP, "0.000001");
  static final ColumnType NANOS = type("timestamp[ns]", Family.TIMESTAMP, "0.000000001");
  static final ColumnType INSTANT_MICROS = type("timestamp[us, UTC]", Family.INSTANT, "0.000001");
  static final ColumnType UTF8 = ColumnType.of("utf8", Family.TEXT);
  static final ColumnType BINARY = ColumnType.of("binary", Family.BINARY);

  private Types() {}
}
