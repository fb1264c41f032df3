package io.lanewise.profile;

import io.lanewise.column.Family;
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

  /** The symbols, strictly ascending, all of them some that a column of the family may meet. */
  static List<Symbol> read(String name, Family family, Entries entries) {
    List<Symbol> symbols = new ArrayList<>();
    for (byte[] key : entries.strings(name)) {
      if (key.length == 0) {
        throw new IllegalArgumentException(
            "%s/%s: symbol %d has no key".formatted(entries.prefix(), name, symbols.size()));
      }
      Symbol symbol = SymbolKeys.symbol(key, 0, key.length);
      if (!SymbolKeys.fits(symbol, family)) {
        throw new IllegalArgumentException(
            "%s/%s: symbol %d is no value of a column of %s"
                .formatted(entries.prefix(), name, symbols.size(), family));
      }
      symbols.add(symbol);
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
