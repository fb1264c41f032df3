package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;

/** Where each byte string of a column begins and ends in its data buffer. */
sealed interface Spans {

  /**
   * Copies the {@code count + 1} boundaries of strings {@code [from, from + count)}, unchecked.
   *
   * @param ends receives the start of the first string, then the end of each
   */
  void read(int from, int count, long[] ends);

  /** Boundaries of 32 bits. */
  record Offsets32(MemorySegment offsets) implements Spans {
    @Override
    public void read(int from, int count, long[] ends) {
      int[] staged = Scratch.own().ints;
      MemorySegment.copy(offsets, LittleEndian.INT, (long) from << 2, staged, 0, count + 1);
      for (int i = 0; i <= count; i++) {
        ends[i] = staged[i];
      }
    }
  }

  /** Boundaries of 64 bits. */
  record Offsets64(MemorySegment offsets) implements Spans {
    @Override
    public void read(int from, int count, long[] ends) {
      MemorySegment.copy(offsets, LittleEndian.LONG, (long) from << 3, ends, 0, count + 1);
    }
  }

  /** Every string of the same width. */
  record Equal(int width) implements Spans {
    @Override
    public void read(int from, int count, long[] ends) {
      for (int i = 0; i <= count; i++) {
        ends[i] = ((long) from + i) * width;
      }
    }
  }
}
