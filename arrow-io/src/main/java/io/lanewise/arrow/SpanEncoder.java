package io.lanewise.arrow;

import java.util.List;

/** Writes byte strings that lie between offsets. */
final class SpanEncoder extends ColumnEncoder {

  private final IntegerWidth width;
  private final OutputBuffer offsets = new OutputBuffer();
  private final OutputBuffer data = new OutputBuffer();

  SpanEncoder(boolean large, boolean nullable) {
    super(nullable);
    width = large ? IntegerWidth.INT64 : IntegerWidth.INT32;
    offsets.extend(width.bytes());
  }

  @Override
  void appendValues(StagedRows block, long ordinal) {
    int count = block.count();
    long at = offsets.extend((long) count * width.bytes());
    for (int i = 0; i < count; i++, at += width.bytes()) {
      if (!block.isNull(i)) {
        if (!(block.values() instanceof StagedValues.Spans spans)) {
          throw wrongForm(block.values(), "byte strings");
        }
        int position = block.position(i);
        data.append(spans.bytes(), spans.starts()[position], spans.ends()[position]);
      }
      width.store(offsets.segment(), at, data.size());
    }
  }

  @Override
  void clear() {
    super.clear();
    offsets.extend(width.bytes());
  }

  @Override
  List<OutputBuffer> data() {
    return List.of(offsets, data);
  }
}
