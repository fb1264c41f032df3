package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.List;

/** Writes decimals of several words, the low one first. */
final class DecimalEncoder extends ColumnEncoder {

  private final int words;
  private final OutputBuffer data = new OutputBuffer();

  DecimalEncoder(int words, boolean nullable) {
    super(nullable);
    this.words = words;
  }

  @Override
  void appendValues(StagedRows block, long ordinal) {
    int count = block.count();
    long at = data.extend(((long) count * words) << 3);
    MemorySegment out = data.segment();
    for (int i = 0; i < count; i++, at += (long) words << 3) {
      if (!block.isNull(i)) {
        switch (block.values()) {
          case StagedValues.Longs(long[] values) -> store(out, at, values[block.position(i)]);
          case StagedValues.Wides(BigInteger[] values) ->
              store(out, at, values[block.position(i)], ordinal + i);
          case StagedValues.Doubles _, StagedValues.Spans _ ->
              throw wrongForm(block.values(), "integers");
        }
      }
    }
  }

  private void store(MemorySegment out, long at, long value) {
    out.set(LittleEndian.LONG, at, value);
    for (int w = 1; w < words; w++) {
      out.set(LittleEndian.LONG, at + ((long) w << 3), value >> 63);
    }
  }

  private void store(MemorySegment out, long at, BigInteger value, long row) {
    if (value.bitLength() >= words << 6) {
      throw misfit(row, value.toString(), "a stored integer of " + (words << 6) + " bits");
    }
    for (int w = 0; w < words; w++) {
      out.set(LittleEndian.LONG, at + ((long) w << 3), value.shiftRight(w << 6).longValue());
    }
  }

  @Override
  List<OutputBuffer> data() {
    return List.of(data);
  }
}
