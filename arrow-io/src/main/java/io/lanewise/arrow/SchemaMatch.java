package io.lanewise.arrow;

import io.lanewise.column.Field;
import io.lanewise.column.Schema;

/** Whether two inputs have the same columns, so that they can be read as one table. */
final class SchemaMatch {

  private SchemaMatch() {}

  /** Refuses {@code layout} where values would be read otherwise than by {@code first}. */
  static void checkLayout(TableLayout layout, String name, TableLayout first, String firstName) {
    check(layout.schema(), name, first.schema(), firstName);
    if (!layout.columns().equals(first.columns())
        || !layout.dictionaries().equals(first.dictionaries())) {
      throw new MalformedException(
          name + " has other dictionaries or widths of columns than " + firstName);
    }
  }

  /** Refuses {@code schema} where it differs from {@code first}, naming the first difference. */
  static void check(Schema schema, String name, Schema first, String firstName) {
    int columns = schema.fields().size();
    int expected = first.fields().size();
    for (int i = 0; i < Math.min(columns, expected); i++) {
      Field here = schema.fields().get(i);
      Field there = first.fields().get(i);
      if (!here.equals(there)) {
        throw new MalformedException(
            String.format(
                "column %d of %s is \"%s\" of type %s, and of %s \"%s\" of type %s",
                i,
                name,
                here.name(),
                here.type().name(),
                firstName,
                there.name(),
                there.type().name()));
      }
    }
    if (columns != expected) {
      throw new MalformedException(
          String.format("%s has %d columns, and %s has %d", name, columns, firstName, expected));
    }
  }
}
