package io.lanewise.gan.codec;

import io.lanewise.column.ColumnType;
import io.lanewise.column.DataException;
import io.lanewise.column.Family;
import io.lanewise.column.Field;
import io.lanewise.column.Schema;

/**
 * Finds columns in a table by their names.
 *
 * @param source how the table is called in messages
 * @param found its columns
 */
record ColumnSearch(String source, Schema found) {

  /**
   * Where the wanted columns are.
   *
   * @throws DataException if one is not there, or holds values that a codec of the wanted type
   *     cannot read
   */
  int[] positions(Schema wanted) {
    int[] positions = new int[wanted.fields().size()];
    for (int i = 0; i < positions.length; i++) {
      Field field = wanted.fields().get(i);
      long before =
          wanted.fields().subList(0, i).stream()
              .filter(other -> other.name().equals(field.name()))
              .count();
      positions[i] = position(field, before);
      ColumnType type = found.fields().get(positions[i]).type();
      if (!isReadable(type, field.type())) {
        throw new DataException(
            "%s: column '%s' is of type %s, expected %s"
                .formatted(source, field.name(), type.name(), field.type().name()));
      }
    }
    return positions;
  }

  private int position(Field wanted, long occurrence) {
    long left = occurrence;
    for (int i = 0; i < found.fields().size(); i++) {
      Field field = found.fields().get(i);
      boolean fits = field.type().family() != Family.NESTED && field.name().equals(wanted.name());
      if (fits && left-- == 0) {
        return i;
      }
    }
    throw new DataException(
        "%s: no column '%s', expected one of type %s"
            .formatted(source, wanted.name(), wanted.type().name()));
  }

  /** A column of nulls alone fits any, and any such a one, of which nothing is read. */
  private static boolean isReadable(ColumnType type, ColumnType wanted) {
    return type.family() == Family.NULL
        || wanted.family() == Family.NULL
        || (type.family().comparableWith(wanted.family())
            && type.step().compareTo(wanted.step()) == 0);
  }
}
