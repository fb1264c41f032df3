package io.lanewise.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.arrow.flatbuf.Binary;
import org.apache.arrow.flatbuf.BinaryView;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Duration;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeBinary;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.LargeBinary;
import org.apache.arrow.flatbuf.LargeUtf8;
import org.apache.arrow.flatbuf.Null;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Struct_;
import org.apache.arrow.flatbuf.Time;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Union;
import org.apache.arrow.flatbuf.Utf8;
import org.apache.arrow.flatbuf.Utf8View;
import org.jspecify.annotations.Nullable;

/** A field of a hand-made schema. */
record FieldSpec(
    String name,
    byte type,
    ToIntFunction<FlatBufferBuilder> table,
    @Nullable Dictionary dictionary,
    List<FieldSpec> children,
    boolean nullable) {

  record Dictionary(long id, int indexBits, boolean signed) {}

  private static FieldSpec of(String name, byte type, ToIntFunction<FlatBufferBuilder> table) {
    return new FieldSpec(name, type, table, null, List.of(), true);
  }

  static FieldSpec integer(String name, int bits, boolean signed) {
    return of(name, Type.Int, b -> Int.createInt(b, bits, signed));
  }

  static FieldSpec float64(String name) {
    return floating(name, Precision.DOUBLE);
  }

  static FieldSpec floating(String name, short precision) {
    return of(name, Type.FloatingPoint, b -> FloatingPoint.createFloatingPoint(b, precision));
  }

  static FieldSpec decimal(String name, int bits, int precision, int scale) {
    return of(name, Type.Decimal, b -> Decimal.createDecimal(b, precision, scale, bits));
  }

  static FieldSpec timestamp(String name, short unit, String zone) {
    return of(
        name,
        Type.Timestamp,
        b -> Timestamp.createTimestamp(b, unit, zone.isEmpty() ? 0 : b.createString(zone)));
  }

  static FieldSpec date(String name, short unit) {
    return of(name, Type.Date, b -> Date.createDate(b, unit));
  }

  static FieldSpec time(String name, int bits, short unit) {
    return of(name, Type.Time, b -> Time.createTime(b, unit, bits));
  }

  static FieldSpec duration(String name, short unit) {
    return of(name, Type.Duration, b -> Duration.createDuration(b, unit));
  }

  static FieldSpec bool(String name) {
    return of(name, Type.Bool, empty(Bool::startBool, Bool::endBool));
  }

  static FieldSpec nulls(String name) {
    return of(name, Type.Null, empty(Null::startNull, Null::endNull));
  }

  static FieldSpec utf8(String name) {
    return of(name, Type.Utf8, empty(Utf8::startUtf8, Utf8::endUtf8));
  }

  static FieldSpec largeUtf8(String name) {
    return of(name, Type.LargeUtf8, empty(LargeUtf8::startLargeUtf8, LargeUtf8::endLargeUtf8));
  }

  static FieldSpec utf8View(String name) {
    return of(name, Type.Utf8View, empty(Utf8View::startUtf8View, Utf8View::endUtf8View));
  }

  static FieldSpec binary(String name) {
    return of(name, Type.Binary, empty(Binary::startBinary, Binary::endBinary));
  }

  static FieldSpec largeBinary(String name) {
    return of(
        name, Type.LargeBinary, empty(LargeBinary::startLargeBinary, LargeBinary::endLargeBinary));
  }

  static FieldSpec binaryView(String name) {
    return of(name, Type.BinaryView, empty(BinaryView::startBinaryView, BinaryView::endBinaryView));
  }

  static FieldSpec fixedBinary(String name, int width) {
    return of(name, Type.FixedSizeBinary, b -> FixedSizeBinary.createFixedSizeBinary(b, width));
  }

  static FieldSpec struct(String name, FieldSpec... children) {
    return of(name, Type.Struct_, empty(Struct_::startStruct_, Struct_::endStruct_)).with(children);
  }

  static FieldSpec union(String name, short mode, FieldSpec... children) {
    return of(name, Type.Union, b -> Union.createUnion(b, mode, 0)).with(children);
  }

  /** Any type, by number, with the children given. */
  static FieldSpec nested(String name, byte type, FieldSpec... children) {
    return of(
            name,
            type,
            b -> {
              b.startTable(0);
              return b.endTable();
            })
        .with(children);
  }

  FieldSpec dictionary(long id, int indexBits, boolean signed) {
    return new FieldSpec(
        name, type, table, new Dictionary(id, indexBits, signed), children, nullable);
  }

  /** The same under another name. */
  FieldSpec named(String other) {
    return new FieldSpec(other, type, table, dictionary, children, nullable);
  }

  /** The same, declared not nullable. */
  FieldSpec required() {
    return new FieldSpec(name, type, table, dictionary, children, false);
  }

  private FieldSpec with(FieldSpec... below) {
    return new FieldSpec(name, type, table, dictionary, List.of(below), nullable);
  }

  private interface Start {
    void on(FlatBufferBuilder builder);
  }

  private static ToIntFunction<FlatBufferBuilder> empty(
      Start start, ToIntFunction<FlatBufferBuilder> end) {
    return b -> {
      start.on(b);
      return end.applyAsInt(b);
    };
  }

  int write(FlatBufferBuilder builder) {
    int[] below = children.stream().mapToInt(child -> child.write(builder)).toArray();
    int childVector = Field.createChildrenVector(builder, below);
    int nameAt = builder.createString(name);
    int typeAt = table.applyAsInt(builder);
    int dictionaryAt = 0;
    if (dictionary != null) {
      int index = Int.createInt(builder, dictionary.indexBits(), dictionary.signed());
      dictionaryAt =
          DictionaryEncoding.createDictionaryEncoding(
              builder, dictionary.id(), index, false, (short) 0);
    }
    return Field.createField(builder, nameAt, nullable, type, typeAt, dictionaryAt, childVector, 0);
  }
}
