package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** Writes integers of up to 64 bits, and all that is stored as one. */
final class IntegerEncoder extends ColumnEncoder {

  private final IntegerWidth width;
  private final OutputBuffer data = new OutputBuffer();

  IntegerEncoder(IntegerWidth width, boolean nullable) {
    super(nullable);
    this.width = width;
  }

  @Override
  void appendValues(StagedRows block, long ordinal) {
    int count = block.count();
    long at = data.extend((long) count * width.bytes());
    MemorySegment out = data.segment();
    for (int i = 0; i < count; i++, at += width.bytes()) {
      if (!block.isNull(i)) {
        width.store(out, at, value(block, i, ordinal));
      }
    }
  }

  private long value(StagedRows block, int row, long ordinal) {
    int at = block.position(row);
    switch (block.values()) {
      case StagedValues.Longs(long[] values) -> {
        if (width.holds(values[at])) {
          return values[at];
        }
      }
      case StagedValues.Wides(BigInteger[] values) -> {
        if (holds(values[at])) {
          return values[at].longValue();
        }
      }
      case StagedValues.Doubles _, StagedValues.Spans _ ->
          throw wrongForm(block.values(), "integers");
    }
    throw misfit(
        ordinal + row,
        block.values().show(at),
        "a value of " + width.name().toLowerCase(Locale.ROOT));
  }

  private boolean holds(BigInteger value) {
    int bits = width.bytes() << 3;
    return width.signed()
        ? value.bitLength() < bits
        : value.signum() >= 0 && value.bitLength() <= bits;
  }

  @Override
  List<OutputBuffer> data() {
    return List.of(data);
  }
}
