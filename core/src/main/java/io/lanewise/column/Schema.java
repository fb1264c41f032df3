package io.lanewise.column;

import java.util.List;
import java.util.Optional;

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

  /**
   * How this schema differs from the one that was expected.
   *
   * @return words that name the first column that differs; empty if the two are equal
   */
  public Optional<String> difference(Schema expected) {
    int shared = Math.min(fields.size(), expected.fields.size());
    for (int i = 0; i < shared; i++) {
      Field found = fields.get(i);
      Field wanted = expected.fields.get(i);
      if (!found.equals(wanted)) {
        return Optional.of(
            "column %d is '%s' of type %s, expected '%s' of type %s"
                .formatted(
                    i, found.name(), found.type().name(), wanted.name(), wanted.type().name()));
      }
    }
    return fields.size() == expected.fields.size()
        ? Optional.empty()
        : Optional.of("%d columns, expected %d".formatted(fields.size(), expected.fields.size()));
  }
}
