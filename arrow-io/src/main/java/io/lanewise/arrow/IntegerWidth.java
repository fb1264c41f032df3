package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;

/** The widths in which integers are stored, and how a block of each becomes longs. */
enum IntegerWidth {
  INT8(1) {
    @Override
    void widen(MemorySegment data, long from, int count, long[] values) {
      byte[] staged = Scratch.own().bytes;
      MemorySegment.copy(data, LittleEndian.BYTE, from, staged, 0, count);
      for (int i = 0; i < count; i++) {
        values[i] = staged[i];
      }
    }
  },
  UINT8(1) {
    @Override
    void widen(MemorySegment data, long from, int count, long[] values) {
      byte[] staged = Scratch.own().bytes;
      MemorySegment.copy(data, LittleEndian.BYTE, from, staged, 0, count);
      for (int i = 0; i < count; i++) {
        values[i] = staged[i] & 0xFF;
      }
    }
  },
  INT16(2) {
    @Override
    void widen(MemorySegment data, long from, int count, long[] values) {
      short[] staged = Scratch.own().shorts;
      MemorySegment.copy(data, LittleEndian.SHORT, from << 1, staged, 0, count);
      for (int i = 0; i < count; i++) {
        values[i] = staged[i];
      }
    }
  },
  UINT16(2) {
    @Override
    void widen(MemorySegment data, long from, int count, long[] values) {
      short[] staged = Scratch.own().shorts;
      MemorySegment.copy(data, LittleEndian.SHORT, from << 1, staged, 0, count);
      for (int i = 0; i < count; i++) {
        values[i] = staged[i] & 0xFFFF;
      }
    }
  },
  INT32(4) {
    @Override
    void widen(MemorySegment data, long from, int count, long[] values) {
      int[] staged = Scratch.own().ints;
      MemorySegment.copy(data, LittleEndian.INT, from << 2, staged, 0, count);
      for (int i = 0; i < count; i++) {
        values[i] = staged[i];
      }
    }
  },
  UINT32(4) {
    @Override
    void widen(MemorySegment data, long from, int count, long[] values) {
      int[] staged = Scratch.own().ints;
      MemorySegment.copy(data, LittleEndian.INT, from << 2, staged, 0, count);
      for (int i = 0; i < count; i++) {
        values[i] = staged[i] & 0xFFFF_FFFFL;
      }
    }
  },
  INT64(8) {
    @Override
    void widen(MemorySegment data, long from, int count, long[] values) {
      MemorySegment.copy(data, LittleEndian.LONG, from << 3, values, 0, count);
    }
  },
  /** Values from 2<sup>63</sup> up come out negative; who reads them has looked for them. */
  UINT64(8) {
    @Override
    void widen(MemorySegment data, long from, int count, long[] values) {
      MemorySegment.copy(data, LittleEndian.LONG, from << 3, values, 0, count);
    }
  };

  private final int bytes;

  IntegerWidth(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one value. */
  int bytes() {
    return bytes;
  }

  /** Copies values {@code [from, from + count)} of {@code data} to the start of {@code values}. */
  abstract void widen(MemorySegment data, long from, int count, long[] values);

  boolean signed() {
    return switch (this) {
      case INT8, INT16, INT32, INT64 -> true;
      case UINT8, UINT16, UINT32, UINT64 -> false;
    };
  }

  /** Whether {@code value} is one of those that this width holds. */
  boolean holds(long value) {
    int spare = Long.SIZE - (bytes << 3);
    if (signed()) {
      return (value << spare) >> spare == value;
    }
    return value >= 0 && (value << spare) >>> spare == value;
  }

  /** Writes the low bytes of {@code value}. */
  void store(MemorySegment data, long at, long value) {
    switch (bytes) {
      case 1 -> data.set(LittleEndian.BYTE, at, (byte) value);
      case 2 -> data.set(LittleEndian.SHORT, at, (short) value);
      case 4 -> data.set(LittleEndian.INT, at, (int) value);
      default -> data.set(LittleEndian.LONG, at, value);
    }
  }

  static IntegerWidth of(int bitWidth, boolean signed) {
    return switch (bitWidth) {
      case 8 -> signed ? INT8 : UINT8;
      case 16 -> signed ? INT16 : UINT16;
      case 32 -> signed ? INT32 : UINT32;
      case 64 -> signed ? INT64 : UINT64;
      default -> throw new MalformedException("an integer of " + bitWidth + " bits is not read");
    };
  }
}
