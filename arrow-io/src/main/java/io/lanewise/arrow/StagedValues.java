package io.lanewise.arrow;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Values side by side in one of the forms that columns hand them out in. */
sealed interface StagedValues {

  /**
   * What a value is looked up by: equal for equal values, whichever of the forms for integers they
   * come in. It may share the memory of these values.
   */
  Object key(int at);

  /** The value in words, for messages. */
  String show(int at);

  /** Floating-point numbers, told apart by their bits. */
  record Doubles(double[] values) implements StagedValues {
    @Override
    public Object key(int at) {
      return Double.doubleToRawLongBits(values[at]);
    }

    @Override
    public String show(int at) {
      return Double.toString(values[at]);
    }
  }

  /** Stored integers of 64 bits. */
  record Longs(long[] values) implements StagedValues {
    @Override
    public Object key(int at) {
      return values[at];
    }

    @Override
    public String show(int at) {
      return Long.toString(values[at]);
    }
  }

  /** Stored integers of any width. */
  record Wides(BigInteger[] values) implements StagedValues {
    @Override
    public Object key(int at) {
      BigInteger value = values[at];
      return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    @Override
    public String show(int at) {
      return values[at].toString();
    }
  }

  /** Byte strings, each {@code bytes[starts[i] .. ends[i])}. */
  record Spans(byte[] bytes, int[] starts, int[] ends) implements StagedValues {

    /** Longest string that a message shows. */
    private static final int SHOWN = 100;

    @Override
    public Object key(int at) {
      return ByteBuffer.wrap(bytes, starts[at], length(at));
    }

    @Override
    public String show(int at) {
      int shown = Math.min(SHOWN, length(at));
      String text = new String(bytes, starts[at], shown, StandardCharsets.UTF_8);
      return "\"" + text + (shown < length(at) ? "…\"" : "\"");
    }

    int length(int at) {
      return ends[at] - starts[at];
    }
  }
}
