package io.lanewise.column;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Strings on their way to a column of bytes. */
final class HeldText {

  private HeldText() {}

  /** The strings in UTF-8; null is null. */
  static BytesColumn of(List<@Nullable String> values) {
    List<byte[]> encoded = new ArrayList<>();
    BitSet nulls = new BitSet();
    for (String value : values) {
      nulls.set(encoded.size(), value == null);
      encoded.add(value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8));
    }
    return of(encoded, nulls);
  }

  /** The byte strings; empty beside a null. */
  static BytesColumn of(List<byte[]> values, BitSet nulls) {
    byte[] bytes = new byte[16];
    int[] ends = new int[values.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      byte[] added = values.get(i);
      int needed = Math.addExact(end, added.length);
      if (needed > bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, 2L * needed));
      }
      System.arraycopy(added, 0, bytes, end, added.length);
      end = needed;
      ends[i] = end;
    }
    return new HeldColumns.Strings(bytes, ends, RowValidity.without(nulls, ends.length));
  }
}
