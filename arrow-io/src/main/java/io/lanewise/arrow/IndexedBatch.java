package io.lanewise.arrow;

import java.lang.foreign.MemorySegment;

/**
 * Where one record batch lies, and all that is needed to read it.
 *
 * @param place names it in messages
 * @param layout of its columns
 * @param frame its message
 * @param body its body
 * @param rowCount its rows
 * @param dictionaries the dictionaries as they stand for it
 */
record IndexedBatch(
    Place place,
    TableLayout layout,
    Frame frame,
    MemorySegment body,
    int rowCount,
    DictionarySet dictionaries) {}
