package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;

/** The widths in which floating-point numbers are stored, and how a block becomes doubles. */
enum FloatWidth {
  HALF(2) {
    @Override
    void widen(MemorySegment data, long from, int count, double[] values) {
      short[] staged = Scratch.own().shorts;
      MemorySegment.copy(data, LittleEndian.SHORT, from << 1, staged, 0, count);
      for (int i = 0; i < count; i++) {
        values[i] = Float.float16ToFloat(staged[i]);
      }
    }
  },
  SINGLE(4) {
    @Override
    void widen(MemorySegment data, long from, int count, double[] values) {
      float[] staged = Scratch.own().floats;
      MemorySegment.copy(data, LittleEndian.FLOAT, from << 2, staged, 0, count);
      for (int i = 0; i < count; i++) {
        values[i] = staged[i];
      }
    }
  },
  DOUBLE(8) {
    @Override
    void widen(MemorySegment data, long from, int count, double[] values) {
      MemorySegment.copy(data, LittleEndian.DOUBLE, from << 3, values, 0, count);
    }
  };

  private final int bytes;

  FloatWidth(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one value. */
  int bytes() {
    return bytes;
  }

  /** Copies values {@code [from, from + count)} of {@code data} to the start of {@code values}. */
  abstract void widen(MemorySegment data, long from, int count, double[] values);

  /** The number of this width that is nearest to {@code value}, ties to even. */
  double round(double value) {
    return switch (this) {
      case HALF -> Float.float16ToFloat(half(value));
      case SINGLE -> (float) value;
      case DOUBLE -> value;
    };
  }

  /** Writes {@code value}, rounded to this width. */
  void store(MemorySegment data, long at, double value) {
    switch (this) {
      case HALF -> data.set(LittleEndian.SHORT, at, half(value));
      case SINGLE -> data.set(LittleEndian.FLOAT, at, (float) value);
      case DOUBLE -> data.set(LittleEndian.DOUBLE, at, value);
    }
  }

  /** By way of a float, rounded to odd, because rounding twice to the nearest may go astray. */
  private static short half(double value) {
    float single = (float) value;
    if (single != value && !Double.isNaN(value)) {
      int bits = Float.floatToRawIntBits(single);
      if (Math.abs((double) single) > Math.abs(value)) {
        bits--;
      }
      single = Float.intBitsToFloat(bits | 1);
    }
    return Float.floatToFloat16(single);
  }
}
