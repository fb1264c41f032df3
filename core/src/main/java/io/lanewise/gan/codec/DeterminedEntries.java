package io.lanewise.gan.codec;

import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import java.util.Arrays;
import java.util.List;

/** What determines a column, in a container, beside the column's own values. */
final class DeterminedEntries {

  private static final String BASE = "base";
  private static final String FOLLOWS = "follows";

  private DeterminedEntries() {}

  static void write(DeterminedCodec codec, Entries entries) {
    entries.put(BASE, Integer.toString(codec.base()));
    entries.put(
        FOLLOWS,
        Tensor.ofCounts(Arrays.stream(codec.symbols()).mapToLong(symbol -> symbol).toArray()));
  }

  static boolean has(Entries entries) {
    return entries.optionalWord(BASE) != null;
  }

  /**
   * A column that is determined by another.
   *
   * @param values the values of all columns
   * @param determined which of them are
   */
  static DeterminedCodec read(
      int column, List<ValueCodec> values, List<Boolean> determined, Entries entries) {
    int base = Integer.parseInt(entries.word(BASE));
    if (base < 0 || base >= values.size()) {
      throw new IllegalArgumentException(
          "%s/%s is column %d of %d".formatted(entries.prefix(), BASE, base, values.size()));
    }
    ValueCodec told = values.get(base);
    // So there are no cycles either.
    if (determined.get(base) || !told.isTold()) {
      throw new IllegalArgumentException(
          "%s/%s is column %d, which floats do not tell".formatted(entries.prefix(), BASE, base));
    }
    ValueCodec own = values.get(column);
    long[] symbols = entries.numbers(FOLLOWS, told.symbolCount(), own.symbolCount() - 1L);
    return new DeterminedCodec(
        base, told, Arrays.stream(symbols).mapToInt(Math::toIntExact).toArray(), own);
  }
}
