package io.lanewise.arrow;

import io.lanewise.column.BytesBlock;
import io.lanewise.column.BytesColumn;
import java.nio.charset.StandardCharsets;

/** Bits as the words {@code false} and {@code true}, for dictionaries whose values are booleans. */
final class BooleanTextColumn implements BytesColumn {

  private static final byte[] FALSE = "false".getBytes(StandardCharsets.UTF_8);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.UTF_8);

  private final BooleanColumn bits;

  BooleanTextColumn(BooleanColumn bits) {
    this.bits = bits;
  }

  @Override
  public int length() {
    return bits.length();
  }

  @Override
  public int read(int from, int to, BytesBlock block) {
    int[] ends = block.ends();
    int nulls = bits.read(from, to, ends, block.validity());
    byte[] bytes = block.bytes();
    int end = 0;
    for (int i = 0; i < to - from; i++) {
      if (nulls == 0 || ArrowColumn.valid(block.validity(), i)) {
        byte[] word = ends[i] == 0 ? FALSE : TRUE;
        System.arraycopy(word, 0, bytes, end, word.length);
        end += word.length;
      }
      ends[i] = end;
    }
    block.nulls(nulls);
    return to - from;
  }
}
