package io.lanewise.column;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** The five physical forms over boxed values; a null is null. */
final class MemoryForms {

  private MemoryForms() {}

  private static int nulls(List<?> values, int from, int to, long[] validity) {
    if (to - from > Column.BLOCK || from < 0 || to > values.size() || from > to) {
      throw new IndexOutOfBoundsException(
          "rows " + from + " to " + to + " of " + values.size() + ", at most " + Column.BLOCK);
    }
    int nulls = 0;
    for (int i = from; i < to; i++) {
      nulls += values.get(i) == null ? 1 : 0;
    }
    if (nulls > 0) {
      Arrays.fill(validity, 0, (to - from + 63) / 64, 0);
      for (int i = from; i < to; i++) {
        if (values.get(i) != null) {
          validity[(i - from) / 64] |= 1L << (i - from);
        }
      }
    }
    return nulls;
  }

  record Doubles(List<Double> values) implements DoubleColumn {
    @Override
    public int length() {
      return values.size();
    }

    @Override
    public int read(int from, int to, double[] block, long[] validity) {
      for (int i = from; i < to; i++) {
        Double value = values.get(i);
        block[i - from] = value == null ? 1e300 : value;
      }
      return nulls(values, from, to, validity);
    }
  }

  record Longs(List<Long> values) implements LongColumn {
    @Override
    public int length() {
      return values.size();
    }

    @Override
    public int read(int from, int to, long[] block, long[] validity) {
      for (int i = from; i < to; i++) {
        Long value = values.get(i);
        block[i - from] = value == null ? Long.MIN_VALUE : value;
      }
      return nulls(values, from, to, validity);
    }
  }

  record Wides(List<BigInteger> values) implements WideColumn {
    @Override
    public int length() {
      return values.size();
    }

    @Override
    public int read(int from, int to, BigInteger[] block, long[] validity) {
      for (int i = from; i < to; i++) {
        BigInteger value = values.get(i);
        block[i - from] = value == null ? BigInteger.ZERO : value;
      }
      return nulls(values, from, to, validity);
    }
  }

  record Bytes(List<byte[]> values) implements BytesColumn {
    @Override
    public int length() {
      return values.size();
    }

    @Override
    public int read(int from, int to, BytesBlock block) {
      int rows = 0;
      int end = 0;
      while (from + rows < to && (rows == 0 || end + size(from + rows) <= BytesBlock.CAPACITY)) {
        end += size(from + rows);
        block.ends()[rows++] = end;
      }
      byte[] bytes = block.reserve(end);
      for (int i = 0; i < rows; i++) {
        byte[] value = values.get(from + i);
        if (value != null) {
          System.arraycopy(value, 0, bytes, block.ends()[i] - value.length, value.length);
        }
      }
      block.nulls(nulls(values, from, from + rows, block.validity()));
      return rows;
    }

    private int size(int row) {
      byte[] value = values.get(row);
      return value == null ? 0 : value.length;
    }
  }

  record Dictionary(List<Integer> indices, Column dictionary) implements DictionaryColumn {
    @Override
    public int length() {
      return indices.size();
    }

    @Override
    public int read(int from, int to, int[] block, long[] validity) {
      for (int i = from; i < to; i++) {
        Integer index = indices.get(i);
        block[i - from] = index == null ? 0 : index;
      }
      return nulls(indices, from, to, validity);
    }
  }
}
