package io.lanewise.arrow;

import java.util.List;

/**
 * The batches of one input, known from metadata alone. Built by {@link FileIndex} and {@link
 * StreamIndex}.
 *
 * @param layout of the columns
 * @param batches all of them, in order
 * @param dictionaries as they stand after the last of them
 * @param rowCount their rows
 * @param warnings what the input lacks without being damaged
 */
record InputIndex(
    TableLayout layout,
    List<IndexedBatch> batches,
    DictionarySet dictionaries,
    long rowCount,
    List<String> warnings) {

  /** Copies the lists. */
  InputIndex {
    batches = List.copyOf(batches);
    warnings = List.copyOf(warnings);
  }
}
