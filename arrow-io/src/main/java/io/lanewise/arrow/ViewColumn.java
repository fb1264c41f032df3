package io.lanewise.arrow;

import io.lanewise.column.BytesBlock;
import io.lanewise.column.BytesColumn;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Byte strings of 16-byte views: a length of 32 bits, then either up to 12 bytes of the string
 * itself, or its first four bytes, the number of the buffer it lies in and its offset there.
 */
final class ViewColumn extends ArrowColumn implements BytesColumn {

  static final int VIEW_BYTES = 16;
  private static final int INLINE = 12;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment views;
  private final List<MemorySegment> buffers;

  ViewColumn(
      Place place,
      int length,
      Validity validity,
      MemorySegment views,
      List<MemorySegment> buffers) {
    super(place, length, validity);
    this.views = views;
    this.buffers = List.copyOf(buffers);
  }

  @Override
  public int read(int from, int to, BytesBlock block) {
    int count = checkBlock(from, to, block.ends().length, block.validity().length);
    try {
      long[] staged = Scratch.own().longs;
      MemorySegment.copy(views, LittleEndian.LONG, (long) from << 4, staged, 0, count << 1);
      int nulls = validity.read(from, count, block.validity());
      int rows = copy(from, count, nulls, staged, block);
      block.nulls(
          nulls == 0 || rows == count ? nulls : validity.read(from, rows, block.validity()));
      return rows;
    } catch (RuntimeException | InternalError | OutOfMemoryError e) {
      throw place.failure(e);
    }
  }

  private int copy(int from, int count, int nulls, long[] staged, BytesBlock block) {
    byte[] bytes = block.bytes();
    int[] ends = block.ends();
    int end = 0;
    for (int i = 0; i < count; i++) {
      int size = nulls == 0 || valid(block.validity(), i) ? (int) staged[2 * i] : 0;
      if (size < 0) {
        throw new MalformedException("row " + (from + i) + " has a length of " + size);
      }
      if (size > bytes.length - end) {
        if (i > 0) {
          return i;
        }
        checkLong(from, size, staged[1]);
        bytes = block.reserve(size);
      }
      if (size > INLINE) {
        MemorySegment buffer = checkLong(from + i, size, staged[2 * i + 1]);
        long offset = staged[2 * i + 1] >>> 32;
        MemorySegment.copy(buffer, LittleEndian.BYTE, offset, bytes, end, size);
      } else {
        copyInline(staged[2 * i] >>> 32, staged[2 * i + 1], size, bytes, end);
      }
      end += size;
      ends[i] = end;
    }
    return count;
  }

  /**
   * Stores all 12 bytes where there is room, of which the next string overwrites what is not ours.
   */
  private static void copyInline(long first, long rest, int size, byte[] bytes, int at) {
    if (at <= bytes.length - INLINE) {
      INT.set(bytes, at, (int) first);
      LONG.set(bytes, at + 4, rest);
      return;
    }
    for (int b = 0; b < Math.min(size, 4); b++) {
      bytes[at + b] = (byte) (first >>> (b << 3));
    }
    for (int b = 4; b < size; b++) {
      bytes[at + b] = (byte) (rest >>> ((b - 4) << 3));
    }
  }

  /** The buffer that a long string lies in, once it is known to lie there. */
  private MemorySegment checkLong(int row, int size, long reference) {
    int index = (int) reference;
    int offset = (int) (reference >>> 32);
    if (index < 0 || index >= buffers.size()) {
      throw new MalformedException(
          String.format(
              "row %d is in data buffer %d, expected one below %d", row, index, buffers.size()));
    }
    MemorySegment buffer = buffers.get(index);
    if (offset < 0 || (long) offset + size > buffer.byteSize()) {
      throw new MalformedException(
          String.format(
              "row %d has %d bytes at offset %d of data buffer %d, which has %d",
              row, size, offset, index, buffer.byteSize()));
    }
    return buffer;
  }
}
