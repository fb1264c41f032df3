package io.lanewise.arrow;

import io.lanewise.column.Family;
import io.lanewise.column.Field;
import org.jspecify.annotations.Nullable;

/**
 * A column as a schema lays it out.
 *
 * @param field name and type
 * @param storage how the values lie: those of the dictionary, where there is one
 * @param encoding the dictionary, or null
 * @param extent what the column takes of a record batch
 */
record ColumnLayout(Field field, Storage storage, @Nullable Encoding encoding, Extent extent) {

  boolean nested() {
    return field.type().family() == Family.NESTED;
  }

  /**
   * That a column holds indices into a dictionary.
   *
   * @param id number of the dictionary
   * @param width of the indices
   */
  record Encoding(long id, IntegerWidth width) {}
}
