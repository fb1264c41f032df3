package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** Writes views of 16 bytes: short strings inside, all long ones in one further buffer. */
final class ViewEncoder extends ColumnEncoder {

  private static final int INSIDE = 12;

  private final OutputBuffer views = new OutputBuffer();
  private final OutputBuffer data = new OutputBuffer();

  ViewEncoder(boolean nullable) {
    super(nullable);
  }

  @Override
  void appendValues(StagedRows block, long ordinal) {
    int count = block.count();
    long at = views.extend((long) count * ViewColumn.VIEW_BYTES);
    for (int i = 0; i < count; i++, at += ViewColumn.VIEW_BYTES) {
      if (!block.isNull(i)) {
        if (!(block.values() instanceof StagedValues.Spans spans)) {
          throw wrongForm(block.values(), "byte strings");
        }
        append(spans, block.position(i), at);
      }
    }
  }

  private void append(StagedValues.Spans spans, int position, long at) {
    MemorySegment view = views.segment().asSlice(at, ViewColumn.VIEW_BYTES);
    MemorySegment bytes = MemorySegment.ofArray(spans.bytes());
    int start = spans.starts()[position];
    int length = spans.length(position);
    view.set(LittleEndian.INT, 0, length);
    if (length <= INSIDE) {
      MemorySegment.copy(bytes, start, view, 4, length);
      return;
    }
    MemorySegment.copy(bytes, start, view, 4, 4);
    view.set(LittleEndian.INT, 12, data.size());
    data.append(spans.bytes(), start, start + length);
  }

  @Override
  List<OutputBuffer> data() {
    return data.size() == 0 ? List.of(views) : List.of(views, data);
  }

  @Override
  int furtherBuffers() {
    return data().size() - 1;
  }
}
