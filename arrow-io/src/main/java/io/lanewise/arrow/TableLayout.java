package io.lanewise.arrow;

import io.lanewise.column.Schema;
import java.util.List;
import java.util.Map;

/**
 * A schema as the reader needs it.
 *
 * @param declared as the input has it, in the input's memory
 * @param columns one per column of the table
 * @param dictionaries the values of each dictionary, by its id; nested columns' included
 */
record TableLayout(
    org.apache.arrow.flatbuf.Schema declared,
    List<ColumnLayout> columns,
    Map<Long, TypeLayout> dictionaries) {

  TableLayout {
    columns = List.copyOf(columns);
    dictionaries = Map.copyOf(dictionaries);
  }

  Schema schema() {
    return new Schema(columns.stream().map(ColumnLayout::field).toList());
  }
}
