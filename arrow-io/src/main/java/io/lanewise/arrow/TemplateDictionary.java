package io.lanewise.arrow;

import io.lanewise.column.Column;

/** The values of a dictionary, gathered from all that a table has of it. */
final class TemplateDictionary {

  private final ColumnEncoder values;
  private final DictionaryCodes codes = new DictionaryCodes();

  TemplateDictionary(Storage storage) {
    values = ColumnEncoder.of(storage, true);
  }

  /** Adds values: the first ones as they are, further ones only where they are new. */
  void add(Column dictionary) {
    boolean first = codes.size() == 0;
    var block = new StagedRows();
    for (int from = 0; from < dictionary.length(); ) {
      int count = block.read(dictionary, from, dictionary.length());
      if (!first) {
        block.keepNew(codes.keys());
      }
      values.append(block, from);
      codes.append(block);
      from += count;
    }
  }

  /** The values in the form of a batch. */
  ColumnEncoder values() {
    return values;
  }

  DictionaryCodes codes() {
    return codes;
  }
}
