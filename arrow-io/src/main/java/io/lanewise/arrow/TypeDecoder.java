package io.lanewise.arrow;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import java.math.BigDecimal;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.Duration;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeBinary;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Interval;
import org.apache.arrow.flatbuf.IntervalUnit;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Time;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Union;
import org.apache.arrow.flatbuf.UnionMode;
import org.jspecify.annotations.Nullable;

/** Decodes the type of one field: its name in Arrow's words, its family, step and storage. */
final class TypeDecoder {

  /** Arrow writes scales of eight bits; ten to a much larger power would take long to compute. */
  private static final int WIDEST_SCALE = 1000;

  private final short metadataVersion;

  TypeDecoder(short metadataVersion) {
    this.metadataVersion = metadataVersion;
  }

  /** The type of {@code field}, without what its children take. */
  TypeLayout decode(Field field) {
    byte type = field.typeType();
    return switch (type) {
      case Type.Null -> layout("null", Family.NULL, new Storage.Nulls(), 0);
      case Type.Int -> integer(present((Int) field.type(new Int())));
      case Type.FloatingPoint -> floating(present((FloatingPoint) field.type(new FloatingPoint())));
      case Type.Decimal -> decimal(present((Decimal) field.type(new Decimal())));
      case Type.Date -> date(present((Date) field.type(new Date())));
      case Type.Time -> time(present((Time) field.type(new Time())));
      case Type.Timestamp -> timestamp(present((Timestamp) field.type(new Timestamp())));
      case Type.Duration -> duration(present((Duration) field.type(new Duration())));
      case Type.Bool -> layout("bool", Family.BOOLEAN, new Storage.Bits(), 2);
      case Type.Utf8 -> layout("utf8", Family.TEXT, new Storage.Offsets(false), 3);
      case Type.LargeUtf8 -> layout("large_utf8", Family.TEXT, new Storage.Offsets(true), 3);
      case Type.Utf8View -> views("utf8_view", Family.TEXT);
      case Type.Binary -> layout("binary", Family.BINARY, new Storage.Offsets(false), 3);
      case Type.LargeBinary -> layout("large_binary", Family.BINARY, new Storage.Offsets(true), 3);
      case Type.BinaryView -> views("binary_view", Family.BINARY);
      case Type.FixedSizeBinary ->
          fixedBytes(present((FixedSizeBinary) field.type(new FixedSizeBinary())));
      case Type.Interval -> interval(present((Interval) field.type(new Interval())));
      case Type.List -> nested("list", 2);
      case Type.LargeList -> nested("large_list", 2);
      case Type.ListView -> nested("list_view", 3);
      case Type.LargeListView -> nested("large_list_view", 3);
      case Type.FixedSizeList -> nested("fixed_size_list", 1);
      case Type.Struct_ -> nested("struct", 1);
      case Type.Map -> nested("map", 2);
      case Type.Union -> union(present((Union) field.type(new Union())));
      case Type.RunEndEncoded -> nested("run_end_encoded", 0);
      default -> throw new MalformedException("type number " + type + " is not known");
    };
  }

  /** The width of an integer type, as of dictionary indices. */
  static IntegerWidth width(Int type) {
    return IntegerWidth.of(type.bitWidth(), type.isSigned());
  }

  private static TypeLayout integer(Int type) {
    String name = (type.isSigned() ? "int" : "uint") + type.bitWidth();
    return layout(name, Family.INTEGER, new Storage.Integers(width(type)), 2);
  }

  private static TypeLayout floating(FloatingPoint type) {
    return switch (type.precision()) {
      case Precision.HALF -> floating("float16", FloatWidth.HALF);
      case Precision.SINGLE -> floating("float32", FloatWidth.SINGLE);
      case Precision.DOUBLE -> floating("float64", FloatWidth.DOUBLE);
      default ->
          throw new MalformedException("float precision " + type.precision() + " is not known");
    };
  }

  private static TypeLayout floating(String name, FloatWidth width) {
    return layout(name, Family.FLOATING, new Storage.Floats(width), 2);
  }

  private static TypeLayout decimal(Decimal type) {
    int bits = type.bitWidth();
    int scale = type.scale();
    if (scale < -WIDEST_SCALE || scale > WIDEST_SCALE) {
      throw new MalformedException(
          "decimal scale is " + scale + ", expected one within " + WIDEST_SCALE + " of 0");
    }
    Storage storage =
        switch (bits) {
          case 32 -> new Storage.Integers(IntegerWidth.INT32);
          case 64 -> new Storage.Integers(IntegerWidth.INT64);
          case 128 -> new Storage.Decimals(2);
          case 256 -> new Storage.Decimals(4);
          default -> throw new MalformedException("a decimal of " + bits + " bits is not read");
        };
    String name = "decimal" + bits + "(" + type.precision() + "," + scale + ")";
    var step = BigDecimal.ONE.scaleByPowerOfTen(-scale);
    return new TypeLayout(new ColumnType(name, Family.DECIMAL, step), storage, Extent.node(2));
  }

  private static TypeLayout date(Date type) {
    return switch (type.unit()) {
      case DateUnit.DAY ->
          temporal("date32", Family.DATE, BigDecimal.valueOf(86_400), IntegerWidth.INT32);
      case DateUnit.MILLISECOND ->
          temporal("date64", Family.DATE, step(TimeUnit.MILLISECOND), IntegerWidth.INT64);
      default -> throw new MalformedException("date unit " + type.unit() + " is not known");
    };
  }

  private static TypeLayout time(Time type) {
    int bits = type.bitWidth();
    if (bits != 32 && bits != 64) {
      throw new MalformedException("a time of " + bits + " bits is not read");
    }
    return temporal(
        "time" + bits + "[" + unit(type.unit()) + "]",
        Family.TIME,
        step(type.unit()),
        IntegerWidth.of(bits, true));
  }

  private static TypeLayout timestamp(Timestamp type) {
    var bytes = type.timezoneAsByteBuffer();
    String zone = bytes == null ? "" : Utf8Text.of(bytes, "its time zone");
    String unit = unit(type.unit());
    if (zone.isEmpty()) {
      return temporal(
          "timestamp[" + unit + "]", Family.TIMESTAMP, step(type.unit()), IntegerWidth.INT64);
    }
    return temporal(
        "timestamp[" + unit + ", " + zone + "]",
        Family.INSTANT,
        step(type.unit()),
        IntegerWidth.INT64);
  }

  private static TypeLayout duration(Duration type) {
    return temporal(
        "duration[" + unit(type.unit()) + "]",
        Family.DURATION,
        step(type.unit()),
        IntegerWidth.INT64);
  }

  private static TypeLayout fixedBytes(FixedSizeBinary type) {
    int width = type.byteWidth();
    if (width < 0) {
      throw new MalformedException("a binary width of " + width + " bytes, expected at least 0");
    }
    return layout(
        "fixed_size_binary(" + width + ")", Family.BINARY, new Storage.FixedBytes(width), 2);
  }

  private static TypeLayout interval(Interval type) {
    return switch (type.unit()) {
      case IntervalUnit.YEAR_MONTH -> nested("interval[year_month]", 2);
      case IntervalUnit.DAY_TIME -> nested("interval[day_time]", 2);
      case IntervalUnit.MONTH_DAY_NANO -> nested("interval[month_day_nano]", 2);
      default -> throw new MalformedException("interval unit " + type.unit() + " is not known");
    };
  }

  /** Unions have had no validity since version 5 of the metadata. */
  private TypeLayout union(Union type) {
    int validity = metadataVersion < MetadataVersion.V5 ? 1 : 0;
    return switch (type.mode()) {
      case UnionMode.Sparse -> nested("sparse_union", 1 + validity);
      case UnionMode.Dense -> nested("dense_union", 2 + validity);
      default -> throw new MalformedException("union mode " + type.mode() + " is not known");
    };
  }

  private static TypeLayout views(String name, Family family) {
    return new TypeLayout(ColumnType.of(name, family), new Storage.Views(), new Extent(1, 2, 1));
  }

  private static TypeLayout nested(String name, int buffers) {
    return layout(name, Family.NESTED, new Storage.Nested(), buffers);
  }

  private static TypeLayout layout(String name, Family family, Storage storage, int buffers) {
    return new TypeLayout(ColumnType.of(name, family), storage, Extent.node(buffers));
  }

  private static TypeLayout temporal(
      String name, Family family, BigDecimal step, IntegerWidth width) {
    return new TypeLayout(
        new ColumnType(name, family, step), new Storage.Integers(width), Extent.node(2));
  }

  private static String unit(short unit) {
    return switch (unit) {
      case TimeUnit.SECOND -> "s";
      case TimeUnit.MILLISECOND -> "ms";
      case TimeUnit.MICROSECOND -> "us";
      case TimeUnit.NANOSECOND -> "ns";
      default -> throw new MalformedException("time unit " + unit + " is not known");
    };
  }

  /** A time unit in seconds. */
  private static BigDecimal step(short unit) {
    return BigDecimal.ONE.scaleByPowerOfTen(-3 * unit);
  }

  private static <T> T present(@Nullable T type) {
    if (type == null) {
      throw new MalformedException("the schema names a type and leaves out its description");
    }
    return type;
  }
}
