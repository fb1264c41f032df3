package io.lanewise.evaluate;

import io.lanewise.column.Field;
import io.lanewise.column.Schema;
import io.lanewise.profile.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of one side, and which of those that share its name it is.
 *
 * @param field name and type
 * @param occurrence from 0; a reference need not have the earlier ones
 */
record NamedColumn(Field field, int occurrence) {

  String name() {
    return field.name();
  }

  static List<NamedColumn> of(ScoreInput input) {
    return switch (input) {
      case ScoreInput.Data data -> of(data.table().schema());
      case ScoreInput.Once once -> of(once.schema());
      case ScoreInput.Counted counted -> of(counted.profile().reference());
    };
  }

  static List<NamedColumn> of(Schema schema) {
    Map<String, Integer> occurrences = new HashMap<>();
    List<NamedColumn> columns = new ArrayList<>();
    for (Field field : schema.fields()) {
      int occurrence = occurrences.merge(field.name(), 1, Integer::sum) - 1;
      columns.add(new NamedColumn(field, occurrence));
    }
    return columns;
  }

  private static List<NamedColumn> of(Reference reference) {
    return reference.columns().stream()
        .map(
            column -> new NamedColumn(new Field(column.name(), column.type()), column.occurrence()))
        .toList();
  }
}
