package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Locale;

/** Writes floating-point numbers, rounded to the width of the column. */
final class FloatEncoder extends ColumnEncoder {

  private final FloatWidth width;
  private final OutputBuffer data = new OutputBuffer();

  FloatEncoder(FloatWidth width, boolean nullable) {
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
        if (!(block.values() instanceof StagedValues.Doubles(double[] values))) {
          throw wrongForm(block.values(), "floating-point numbers");
        }
        double value = values[block.position(i)];
        if (Double.isInfinite(width.round(value)) && !Double.isInfinite(value)) {
          throw misfit(
              ordinal + i,
              Double.toString(value),
              "a number that is finite in " + width.name().toLowerCase(Locale.ROOT) + " precision");
        }
        width.store(out, at, value);
      }
    }
  }

  @Override
  List<OutputBuffer> data() {
    return List.of(data);
  }
}
