package io.lanewise.arrow;

/**
 * One record batch, known from metadata alone, and all that is needed to read it.
 *
 * @param place names it in messages
 * @param layout of its columns
 * @param message that brought it
 * @param rowCount its rows
 * @param dictionaries the dictionaries as they stand for it
 */
record IndexedBatch(
    Place place,
    TableLayout layout,
    IpcMessage message,
    int rowCount,
    DictionarySet dictionaries) {}
