package io.lanewise.arrow;

import io.lanewise.column.BytesColumn;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** Columns of text made here, for the dictionaries of types that have none of their own. */
final class TextColumn {

  private TextColumn() {}

  /** A column that holds the given words. */
  static BytesColumn of(String... words) {
    var text = new ByteArrayOutputStream();
    int[] ends = new int[words.length + 1];
    for (int i = 0; i < words.length; i++) {
      text.writeBytes(words[i].getBytes(StandardCharsets.UTF_8));
      ends[i + 1] = text.size();
    }
    MemorySegment offsets = MemorySegment.ofArray(new byte[ends.length << 2]);
    MemorySegment.copy(ends, 0, offsets, LittleEndian.INT, 0, ends.length);
    return new SpanColumn(
        Place.of("constant"),
        words.length,
        Validity.ALL,
        new Spans.Offsets32(offsets),
        MemorySegment.ofArray(text.toByteArray()));
  }
}
