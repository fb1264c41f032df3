package io.lanewise.profile;

import io.lanewise.container.Entries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists of symbols in a container: their canonical keys end to end, and where each ends. */
final class SymbolEntries {

  private SymbolEntries() {}

  static void write(String name, Collection<Symbol> symbols, Entries entries) {
    entries.put(name, symbols.stream().map(Symbol::key).toList());
  }

  /** The symbols, strictly ascending. */
  static List<Symbol> read(String name, Entries entries) {
    List<Symbol> symbols = new ArrayList<>();
    for (byte[] key : entries.strings(name)) {
      if (key.length == 0) {
        throw new IllegalArgumentException(
            "%s/%s: symbol %d has no key".formatted(entries.prefix(), name, symbols.size()));
      }
      symbols.add(SymbolKeys.symbol(key, 0, key.length));
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
