package io.lanewise.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.TimeUnit;

/**
 * Streams of one column {@code x} of numbers that are hard to carry, as an Arrow writer has them.
 */
public final class ExtremeNumbers {

  private static final byte[] NONE = new byte[0];

  private ExtremeNumbers() {}

  /** A column of doubles, by their bits. */
  public static byte[] float64(long... bits) {
    return stream(FieldSpec.float64("x"), bits.length, IpcBytes.le(bits));
  }

  /** A column of doubles. */
  public static byte[] float64(double... values) {
    return float64(Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray());
  }

  /** A column of floats, by their bits. */
  public static byte[] float32(int... bits) {
    return stream(FieldSpec.floating("x", Precision.SINGLE), bits.length, IpcBytes.le(bits));
  }

  /** A column of floats of 16 bits, by these. */
  public static byte[] float16(int... bits) {
    var values = ByteBuffer.allocate(2 * bits.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : bits) {
      values.putShort((short) value);
    }
    return stream(FieldSpec.floating("x", Precision.HALF), bits.length, values.array());
  }

  /** A column of int64 or uint64. */
  public static byte[] integers(boolean signed, long... values) {
    return stream(FieldSpec.integer("x", 64, signed), values.length, IpcBytes.le(values));
  }

  /** A column of decimals of two or four words a value, the low word first, with two decimals. */
  public static byte[] decimals(int words, long... values) {
    FieldSpec field = FieldSpec.decimal("x", 64 * words, words == 2 ? 38 : 76, 2);
    return stream(field, values.length / words, IpcBytes.le(values));
  }

  /** A column of decimals of two words a value, the low word first. */
  public static byte[] scaledDecimals(int scale, long... values) {
    return stream(FieldSpec.decimal("x", 128, 38, scale), values.length / 2, IpcBytes.le(values));
  }

  /** A column of timestamps in each unit, the coarsest first. */
  public static List<byte[]> timestamps(long... values) {
    List<byte[]> streams = new ArrayList<>();
    for (short unit = TimeUnit.SECOND; unit <= TimeUnit.NANOSECOND; unit++) {
      for (String zone : List.of("", "UTC")) {
        streams.add(
            stream(FieldSpec.timestamp("x", unit, zone), values.length, IpcBytes.le(values)));
      }
    }
    return streams;
  }

  private static byte[] stream(FieldSpec field, int rows, byte[] values) {
    return IpcBytes.stream()
        .schema(field)
        .batch(BatchSpec.rows(rows).column(NONE, values))
        .end()
        .bytes();
  }
}
