package io.lanewise.column;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of byte strings: text in UTF-8, or binary. */
public non-sealed interface BytesColumn extends Column {

  /** The strings in UTF-8, copied; null is null. */
  static BytesColumn of(@Nullable String... values) {
    return HeldText.of(Arrays.asList(values));
  }

  /** The byte strings, copied, none of them null. */
  static BytesColumn ofBytes(List<byte[]> values) {
    return HeldText.of(values, new BitSet());
  }

  /**
   * Copies a block of values, as many as fit.
   *
   * @param from first row
   * @param to one past the last row wanted, at most {@code from + BLOCK}
   * @param block receives the bytes, their ends and the validity
   * @return how many rows were copied: all, or fewer (but at least one) where the strings are long
   */
  int read(int from, int to, BytesBlock block);
}
