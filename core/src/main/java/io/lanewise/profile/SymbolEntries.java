package io.lanewise.profile;

import io.lanewise.container.Tensor;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists of symbols in a container: their canonical keys end to end, and where each ends. */
final class SymbolEntries {

  private SymbolEntries() {}

  static void write(String name, Collection<Symbol> symbols, Entries entries) {
    ByteArrayOutputStream keys = new ByteArrayOutputStream();
    long[] ends = new long[symbols.size()];
    int i = 0;
    for (Symbol symbol : symbols) {
      keys.writeBytes(symbol.key());
      ends[i++] = keys.size();
    }
    entries.put(name, Tensor.of(keys.toByteArray()));
    entries.put(name + ".ends", Tensor.ofCounts(ends));
  }

  /** The symbols, strictly ascending. */
  static List<Symbol> read(String name, Entries entries) {
    byte[] keys = entries.tensor(name).toBytes();
    long[] ends = entries.numbers(name + ".ends", keys.length);
    List<Symbol> symbols = new ArrayList<>();
    int start = 0;
    for (long end : ends) {
      if (end <= start) {
        throw new IllegalArgumentException(
            "%s/%s: a symbol at [%d, %d)".formatted(entries.prefix(), name, start, end));
      }
      symbols.add(SymbolKeys.symbol(keys, start, (int) end));
      start = (int) end;
    }
    if (start != keys.length) {
      throw new IllegalArgumentException(
          "%s/%s ends at %d, expected %d".formatted(entries.prefix(), name, start, keys.length));
    }
    for (int i = 1; i < symbols.size(); i++) {
      if (symbols.get(i - 1).compareTo(symbols.get(i)) >= 0) {
        throw new IllegalArgumentException(
            "%s/%s: symbols %d and %d do not ascend".formatted(entries.prefix(), name, i - 1, i));
      }
    }
    return symbols;
  }
}
