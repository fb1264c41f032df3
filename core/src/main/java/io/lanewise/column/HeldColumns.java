package io.lanewise.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.util.Arrays;

/** The physical forms over memory that the caller holds. */
final class HeldColumns {

  private HeldColumns() {}

  record Doubles(MemorySegment data, ValueLayout.OfDouble layout, RowValidity rows)
      implements DoubleColumn {
    @Override
    public int length() {
      return rows.length();
    }

    @Override
    public int read(int from, int to, double[] values, long[] validity) {
      rows.check(from, to);
      MemorySegment.copy(data, layout, (long) from * Double.BYTES, values, 0, to - from);
      return rows.read(from, to, validity);
    }
  }

  record Floats(MemorySegment data, ValueLayout.OfFloat layout, RowValidity rows)
      implements DoubleColumn {
    @Override
    public int length() {
      return rows.length();
    }

    @Override
    public int read(int from, int to, double[] values, long[] validity) {
      rows.check(from, to);
      for (int i = 0; i < to - from; i++) {
        values[i] = data.get(layout, (long) (from + i) * Float.BYTES);
      }
      return rows.read(from, to, validity);
    }
  }

  record Longs(MemorySegment data, ValueLayout.OfLong layout, RowValidity rows)
      implements LongColumn {
    @Override
    public int length() {
      return rows.length();
    }

    @Override
    public int read(int from, int to, long[] values, long[] validity) {
      rows.check(from, to);
      MemorySegment.copy(data, layout, (long) from * Long.BYTES, values, 0, to - from);
      return rows.read(from, to, validity);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // held by one column, never compared
  record Wides(BigInteger[] values, RowValidity rows) implements WideColumn {
    @Override
    public int length() {
      return rows.length();
    }

    @Override
    public int read(int from, int to, BigInteger[] block, long[] validity) {
      rows.check(from, to);
      System.arraycopy(values, from, block, 0, to - from);
      return rows.read(from, to, validity);
    }
  }

  record Ints(MemorySegment data, ValueLayout.OfInt layout, RowValidity rows)
      implements LongColumn {
    @Override
    public int length() {
      return rows.length();
    }

    @Override
    public int read(int from, int to, long[] values, long[] validity) {
      rows.check(from, to);
      for (int i = 0; i < to - from; i++) {
        values[i] = data.get(layout, (long) (from + i) * Integer.BYTES);
      }
      return rows.read(from, to, validity);
    }
  }

  /** Indices, each 0 beside a null and otherwise known to be in range. */
  @SuppressWarnings("ArrayRecordComponent") // held by one column, never compared
  record Codes(int[] codes, Column dictionary, RowValidity rows) implements DictionaryColumn {
    @Override
    public int length() {
      return rows.length();
    }

    @Override
    public int read(int from, int to, int[] indices, long[] validity) {
      rows.check(from, to);
      System.arraycopy(codes, from, indices, 0, to - from);
      return rows.read(from, to, validity);
    }
  }

  /** Byte strings end to end; a null has no bytes. */
  @SuppressWarnings("ArrayRecordComponent") // held by one column, never compared
  record Strings(byte[] bytes, int[] ends, RowValidity rows) implements BytesColumn {
    @Override
    public int length() {
      return rows.length();
    }

    @Override
    public int read(int from, int to, BytesBlock block) {
      rows.check(from, to);
      int start = from == 0 ? 0 : ends[from - 1];
      int end = from;
      while (end < to && (end == from || ends[end] - start <= BytesBlock.CAPACITY)) {
        end++;
      }
      int length = end == from ? 0 : ends[end - 1] - start;
      System.arraycopy(bytes, start, block.reserve(length), 0, length);
      for (int row = from; row < end; row++) {
        block.ends()[row - from] = ends[row] - start;
      }
      block.nulls(rows.read(from, end, block.validity()));
      return end - from;
    }

    @Override
    public String toString() {
      return "Strings" + Arrays.toString(ends);
    }
  }
}
