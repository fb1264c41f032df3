package io.lanewise.column;

import java.util.List;

/**
 * The fields of a table, in order.
 *
 * @param fields one per column
 */
public record Schema(List<Field> fields) {

  /** Copies the list. */
  public Schema {
    fields = List.copyOf(fields);
  }
}
