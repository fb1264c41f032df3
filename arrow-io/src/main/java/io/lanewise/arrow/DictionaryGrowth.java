package io.lanewise.arrow;

import io.lanewise.column.BytesBlock;
import io.lanewise.column.BytesColumn;
import io.lanewise.column.Column;
import io.lanewise.column.DictionaryColumn;
import io.lanewise.column.DoubleColumn;
import io.lanewise.column.LongColumn;
import io.lanewise.column.WideColumn;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of a dictionary that is added to, part after part, in memory of its own. Each part is
 * copied once, however many batches lie between the parts; a column of the first parts shares the
 * memory of the longer ones.
 */
final class DictionaryGrowth {

  /** Times that a value may be reserved for: its own, doubled arrays, and those before them. */
  static final int MOST_COPIES = 5;

  private final Place place;
  private final Storage storage;
  private final GrowingBytes data;
  private final GrowingBytes offsets;
  private final GrowingBytes validity;
  private final BytesBlock block = new BytesBlock();
  private final List<Integer> rowsAfter = new ArrayList<>();
  private int rows;

  DictionaryGrowth(Place place, Storage storage, Lease lease) {
    this.place = place;
    this.storage = storage;
    data = new GrowingBytes(lease);
    offsets = new GrowingBytes(lease);
    validity = new GrowingBytes(lease);
    offsets.extend(Long.BYTES);
  }

  /** Number of parts so far. */
  int parts() {
    return rowsAfter.size();
  }

  /** Adds the values of the next part. */
  void append(Column part) {
    if (part.length() > Integer.MAX_VALUE - rows) {
      throw new MalformedException(
          "grows from " + rows + " values by " + part.length() + ", at most 2147483647 are read");
    }
    switch (part) {
      case DoubleColumn doubles -> append(doubles);
      case LongColumn longs -> append(longs);
      case WideColumn wide -> append(wide);
      case BytesColumn strings -> append(strings);
      case DictionaryColumn _ ->
          throw new IllegalArgumentException("values of a dictionary have no dictionary");
    }
    rowsAfter.add(rows);
  }

  /** The values of the first {@code count} parts. */
  Column values(int count) {
    int length = rowsAfter.get(count - 1);
    Validity valid = Validity.of(validity.segment(), length);
    return switch (storage) {
      case Storage.Floats _ ->
          new FloatingColumn(place, length, valid, FloatWidth.DOUBLE, data.segment());
      case Storage.Integers _, Storage.Decimals _ ->
          new WideWords(data.segment(), words(), !unsigned()).column(place, length, valid);
      default ->
          new SpanColumn(
              place, length, valid, new Spans.Offsets64(offsets.segment()), data.segment());
    };
  }

  /** Words of 64 bits that one value takes here. */
  private int words() {
    return storage instanceof Storage.Decimals(int words) ? words : 1;
  }

  private boolean unsigned() {
    return storage instanceof Storage.Integers(IntegerWidth width) && width == IntegerWidth.UINT64;
  }

  private void append(DoubleColumn part) {
    double[] values = new double[Column.BLOCK];
    long[] words = new long[Column.VALIDITY_WORDS];
    for (int from = 0; from < part.length(); ) {
      int count = Math.min(Column.BLOCK, part.length() - from);
      int nulls = part.read(from, from + count, values, words);
      long at = data.size();
      MemorySegment.copy(values, 0, data.extend((long) count << 3), LittleEndian.DOUBLE, at, count);
      appendValidity(count, nulls, words);
      from += count;
    }
  }

  private void append(LongColumn part) {
    long[] values = new long[Column.BLOCK];
    long[] words = new long[Column.VALIDITY_WORDS];
    for (int from = 0; from < part.length(); ) {
      int count = Math.min(Column.BLOCK, part.length() - from);
      int nulls = part.read(from, from + count, values, words);
      for (int i = 0; i < count; i++) {
        appendWords(values[i], values[i] >> 63);
      }
      appendValidity(count, nulls, words);
      from += count;
    }
  }

  private void append(WideColumn part) {
    BigInteger[] values = new BigInteger[Column.BLOCK];
    long[] words = new long[Column.VALIDITY_WORDS];
    for (int from = 0; from < part.length(); ) {
      int count = Math.min(Column.BLOCK, part.length() - from);
      int nulls = part.read(from, from + count, values, words);
      for (int i = 0; i < count; i++) {
        long at = data.size();
        MemorySegment all = data.extend((long) words() << 3);
        for (int w = 0; w < words(); w++) {
          all.set(
              LittleEndian.LONG, at + ((long) w << 3), values[i].shiftRight(w << 6).longValue());
        }
      }
      appendValidity(count, nulls, words);
      from += count;
    }
  }

  private void append(BytesColumn part) {
    for (int from = 0; from < part.length(); ) {
      int to = from + Math.min(Column.BLOCK, part.length() - from);
      int count = part.read(from, to, block);
      int size = block.ends()[count - 1];
      long start = data.size();
      MemorySegment.copy(block.bytes(), 0, data.extend(size), LittleEndian.BYTE, start, size);
      long at = offsets.size();
      MemorySegment ends = offsets.extend((long) count << 3);
      for (int i = 0; i < count; i++) {
        ends.set(LittleEndian.LONG, at + ((long) i << 3), start + block.ends()[i]);
      }
      appendValidity(count, block.nulls(), block.validity());
      from += count;
    }
  }

  private void appendWords(long low, long extension) {
    long at = data.size();
    MemorySegment all = data.extend((long) words() << 3);
    all.set(LittleEndian.LONG, at, low);
    for (int w = 1; w < words(); w++) {
      all.set(LittleEndian.LONG, at + ((long) w << 3), extension);
    }
  }

  private void appendValidity(int count, int nulls, long[] words) {
    MemorySegment bits = validity.extend(((rows + (long) count + 7) >> 3) - validity.size());
    for (int i = 0; i < count; i++) {
      if (nulls == 0 || ArrowColumn.valid(words, i)) {
        int row = rows + i;
        int at = row >>> 3;
        int bit = 1 << (row & 7);
        bits.set(LittleEndian.BYTE, at, (byte) (bits.get(LittleEndian.BYTE, at) | bit));
      }
    }
    rows += count;
  }
}
