package io.lanewise.arrow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.TimeUnit;

/**
 * A type whose columns are scored, with columns of it that are sound.
 *
 * @param field a column of the type, named {@code x}
 * @param shape how its values lie in buffers
 */
record EveryType(FieldSpec field, Shape shape, String name) {

  /** How values lie in buffers. */
  sealed interface Shape {
    /** Values of so many bytes each. */
    record Fixed(int bytes) implements Shape {}

    /** A bit each. */
    record Bits() implements Shape {}

    /** Offsets into data. */
    record Offsets(boolean large) implements Shape {}

    /** Views of data. */
    record Views() implements Shape {}

    /** No buffers at all. */
    record Nothing() implements Shape {}
  }

  /** The data that views of {@link #buffers} lead to. */
  static final byte[] VIEWED = IpcBytes.utf8("0123456789abcdef");

  private static final String X = "x";

  @Override
  public String toString() {
    return name;
  }

  /** All of them, in every width and unit. */
  static List<EveryType> all() {
    List<EveryType> all = new ArrayList<>();
    for (int bits : new int[] {8, 16, 32, 64}) {
      for (boolean signed : new boolean[] {true, false}) {
        all.add(
            fixed((signed ? "int" : "uint") + bits, FieldSpec.integer(X, bits, signed), bits / 8));
      }
    }
    all.add(fixed("float16", FieldSpec.floating(X, Precision.HALF), 2));
    all.add(fixed("float32", FieldSpec.floating(X, Precision.SINGLE), 4));
    all.add(fixed("float64", FieldSpec.float64(X), 8));
    for (int bits : new int[] {32, 64, 128, 256}) {
      all.add(fixed("decimal" + bits, FieldSpec.decimal(X, bits, 9, 2), bits / 8));
    }
    all.add(fixed("date32", FieldSpec.date(X, DateUnit.DAY), 4));
    all.add(fixed("date64", FieldSpec.date(X, DateUnit.MILLISECOND), 8));
    for (short unit = TimeUnit.SECOND; unit <= TimeUnit.NANOSECOND; unit++) {
      String name = TimeUnit.name(unit);
      int bits = unit < TimeUnit.MICROSECOND ? 32 : 64;
      all.add(fixed("time " + name, FieldSpec.time(X, bits, unit), bits / 8));
      all.add(fixed("timestamp " + name, FieldSpec.timestamp(X, unit, ""), 8));
      all.add(fixed("instant " + name, FieldSpec.timestamp(X, unit, "UTC"), 8));
      all.add(fixed("duration " + name, FieldSpec.duration(X, unit), 8));
    }
    all.add(fixed("fixed_size_binary(5)", FieldSpec.fixedBinary(X, 5), 5));
    all.add(new EveryType(FieldSpec.bool(X), new Shape.Bits(), "bool"));
    all.add(new EveryType(FieldSpec.utf8(X), new Shape.Offsets(false), "utf8"));
    all.add(new EveryType(FieldSpec.binary(X), new Shape.Offsets(false), "binary"));
    all.add(new EveryType(FieldSpec.largeUtf8(X), new Shape.Offsets(true), "large_utf8"));
    all.add(new EveryType(FieldSpec.largeBinary(X), new Shape.Offsets(true), "large_binary"));
    all.add(new EveryType(FieldSpec.utf8View(X), new Shape.Views(), "utf8_view"));
    all.add(new EveryType(FieldSpec.binaryView(X), new Shape.Views(), "binary_view"));
    all.add(new EveryType(FieldSpec.nulls(X), new Shape.Nothing(), "null"));
    return all;
  }

  private static EveryType fixed(String name, FieldSpec field, int bytes) {
    return new EveryType(field, new Shape.Fixed(bytes), name);
  }

  /** The buffers of so many rows, the last of which is null where there are nulls. */
  byte[][] buffers(int rows) {
    byte[] validity = new byte[(rows + 7) / 8];
    Arrays.fill(validity, (byte) -1);
    validity[(rows - 1) / 8] &= (byte) ~(1 << (rows - 1) % 8);
    return switch (shape) {
      case Shape.Fixed(int bytes) -> new byte[][] {validity, counted(rows * bytes)};
      case Shape.Bits() -> new byte[][] {validity, counted((rows + 7) / 8)};
      case Shape.Offsets(boolean large) ->
          new byte[][] {validity, offsets(rows, large), counted(rows)};
      case Shape.Views() -> new byte[][] {validity, views(rows), VIEWED};
      case Shape.Nothing() -> new byte[0][];
    };
  }

  /** A batch of so many rows of this type alone. */
  BatchSpec batch(int rows) {
    return batch(rows, buffers(rows));
  }

  /** A batch of this type with buffers that may be wrong. */
  BatchSpec batch(int rows, byte[]... buffers) {
    return add(BatchSpec.rows(rows), buffers);
  }

  /** Adds a column of this type. */
  BatchSpec add(BatchSpec batch, byte[]... buffers) {
    return shape instanceof Shape.Views ? batch.views(buffers) : batch.column(buffers);
  }

  /** Different bytes, so that what is read amiss shows. */
  private static byte[] counted(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ('a' + i % 26);
    }
    return bytes;
  }

  /** One byte a row. */
  static byte[] offsets(int rows, boolean large) {
    long[] offsets = new long[rows + 1];
    for (int i = 0; i <= rows; i++) {
      offsets[i] = i;
    }
    return large ? IpcBytes.le(offsets) : IpcBytes.le(narrow(offsets));
  }

  static int[] narrow(long... values) {
    return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
  }

  /** Short and long strings in turn. */
  private static byte[] views(int rows) {
    int[] views = new int[4 * rows];
    for (int i = 0; i < rows; i++) {
      views[4 * i] = i % 2 == 0 ? 2 : 13;
      views[4 * i + 1] = 0x33323130;
      views[4 * i + 3] = i % 2 == 0 ? 0 : i % 4;
    }
    return IpcBytes.le(views);
  }
}
