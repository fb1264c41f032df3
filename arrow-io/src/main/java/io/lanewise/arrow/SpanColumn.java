package io.lanewise.arrow;

import io.lanewise.column.BytesBlock;
import io.lanewise.column.BytesColumn;
import java.lang.foreign.MemorySegment;

/** Byte strings that lie one after the other in one buffer. */
final class SpanColumn extends ArrowColumn implements BytesColumn {

  /** The longest array that every JVM grants. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private final Spans spans;
  private final MemorySegment data;

  SpanColumn(Place place, int length, Validity validity, Spans spans, MemorySegment data) {
    super(place, length, validity);
    this.spans = spans;
    this.data = data;
  }

  @Override
  public int read(int from, int to, BytesBlock block) {
    int count = checkBlock(from, to, block.ends().length, block.validity().length);
    try {
      long[] bounds = Scratch.own().longs;
      spans.read(from, count, bounds);
      checkBounds(from, count, bounds);
      int nulls = validity.read(from, count, block.validity());
      int rows = measure(from, count, nulls, bounds, block);
      copy(rows, nulls, bounds, block);
      // A block that was cut short may have lost its nulls; their number is that of its own rows.
      block.nulls(
          nulls == 0 || rows == count ? nulls : validity.read(from, rows, block.validity()));
      return rows;
    } catch (RuntimeException | InternalError | OutOfMemoryError e) {
      throw place.failure(e);
    }
  }

  private void checkBounds(int from, int count, long[] bounds) {
    if (bounds[0] < 0 || bounds[count] > data.byteSize()) {
      throw new MalformedException(
          String.format(
              "rows %d to %d lie at offsets %d to %d, and the data has %d bytes",
              from, from + count, bounds[0], bounds[count], data.byteSize()));
    }
    for (int i = 0; i < count; i++) {
      if (bounds[i + 1] < bounds[i]) {
        throw new MalformedException(
            String.format(
                "row %d ends at offset %d, before its start at %d",
                from + i, bounds[i + 1], bounds[i]));
      }
    }
  }

  /** Fills the block's ends with as many strings as fit, and makes room for them. */
  private static int measure(int from, int count, int nulls, long[] bounds, BytesBlock block) {
    int[] ends = block.ends();
    int capacity = block.bytes().length;
    long total = 0;
    int rows = 0;
    while (rows < count) {
      long size = bounds[rows + 1] - bounds[rows];
      if (nulls != 0 && !valid(block.validity(), rows)) {
        size = 0;
      }
      if (total + size > capacity) {
        if (rows > 0) {
          break;
        }
        if (size > LONGEST) {
          throw new MalformedException(
              String.format("row %d has %d bytes, and at most %d are read", from, size, LONGEST));
        }
        capacity = block.reserve((int) size).length;
      }
      total += size;
      ends[rows++] = (int) total;
    }
    return rows;
  }

  private void copy(int rows, int nulls, long[] bounds, BytesBlock block) {
    byte[] bytes = block.bytes();
    int[] ends = block.ends();
    if (rows == 0) {
      return;
    }
    if (bounds[rows] - bounds[0] == ends[rows - 1]) {
      MemorySegment.copy(data, LittleEndian.BYTE, bounds[0], bytes, 0, ends[rows - 1]);
      return;
    }
    // Some null has bytes of its own, which are left out.
    assert nulls > 0;
    int start = 0;
    for (int i = 0; i < rows; i++) {
      MemorySegment.copy(data, LittleEndian.BYTE, bounds[i], bytes, start, ends[i] - start);
      start = ends[i];
    }
  }
}
