package io.lanewise.arrow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes booleans, which columns hand out as the words {@code false} and {@code true}. */
final class BitEncoder extends ColumnEncoder {

  private static final ByteBuffer FALSE = ByteBuffer.wrap(ascii("false")).asReadOnlyBuffer();
  private static final ByteBuffer TRUE = ByteBuffer.wrap(ascii("true")).asReadOnlyBuffer();

  private final OutputBuffer data = new OutputBuffer();
  private int rows;

  BitEncoder(boolean nullable) {
    super(nullable);
  }

  @Override
  void appendValues(StagedRows block, long ordinal) {
    int count = block.count();
    data.extend(((rows + (long) count + 7) >> 3) - data.size());
    for (int i = 0; i < count; i++) {
      if (!block.isNull(i)) {
        Object word = block.values().key(block.position(i));
        if (word.equals(TRUE)) {
          data.setBit(rows + i);
        } else if (!word.equals(FALSE)) {
          throw misfit(ordinal + i, block.values().show(block.position(i)), "false or true");
        }
      }
    }
    rows += count;
  }

  @Override
  void clear() {
    super.clear();
    rows = 0;
  }

  @Override
  List<OutputBuffer> data() {
    return List.of(data);
  }

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }
}
