package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** Writes byte strings of one width. */
final class FixedBytesEncoder extends ColumnEncoder {

  private final int width;
  private final OutputBuffer data = new OutputBuffer();

  FixedBytesEncoder(int width, boolean nullable) {
    super(nullable);
    this.width = width;
  }

  @Override
  void appendValues(StagedRows block, long ordinal) {
    int count = block.count();
    long at = data.extend((long) count * width);
    MemorySegment out = data.segment();
    for (int i = 0; i < count; i++, at += width) {
      if (!block.isNull(i)) {
        if (!(block.values() instanceof StagedValues.Spans spans)) {
          throw wrongForm(block.values(), "byte strings");
        }
        int position = block.position(i);
        if (spans.length(position) != width) {
          throw misfit(ordinal + i, spans.length(position) + " bytes", String.valueOf(width));
        }
        MemorySegment.copy(
            spans.bytes(), spans.starts()[position], out, LittleEndian.BYTE, at, width);
      }
    }
  }

  @Override
  List<OutputBuffer> data() {
    return List.of(data);
  }
}
