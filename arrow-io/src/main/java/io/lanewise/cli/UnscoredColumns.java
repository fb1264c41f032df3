package io.lanewise.cli;

import io.lanewise.column.DataException;
import io.lanewise.evaluate.ColumnMatching;
import io.lanewise.evaluate.NotScored;
import java.util.List;
import java.util.stream.Collectors;

/** Says which columns are not compared, and how they differ. */
final class UnscoredColumns {

  /** Most columns that a message names. */
  private static final int SHOWN = 5;

  private UnscoredColumns() {}

  /**
   * Refuses data that does not have all columns of the real side, in types that compare.
   *
   * @param source what the data is called
   * @param real what the real side is called
   */
  static void requireAll(ColumnMatching matching, String source, String real) {
    List<NotScored> lacking =
        matching.notScored().stream()
            .filter(column -> column.side() != NotScored.Side.GENERATED)
            .toList();
    if (!lacking.isEmpty()) {
      throw new DataException(source + " does not fit " + real + named(": ", lacking));
    }
  }

  /** The first of some columns, after some words; nothing of none. */
  static String named(String before, List<NotScored> columns) {
    if (columns.isEmpty()) {
      return "";
    }
    String more = columns.size() > SHOWN ? " and " + (columns.size() - SHOWN) + " more" : "";
    return before
        + columns.stream()
            .limit(SHOWN)
            .map(UnscoredColumns::named)
            .collect(Collectors.joining("; "))
        + more;
  }

  private static String named(NotScored column) {
    String name = "column '" + column.name() + "'";
    return switch (column.side()) {
      case REAL -> name + " (" + column.type() + ") is missing";
      case GENERATED -> name;
      case BOTH -> name + " (" + column.type() + "): " + column.reason();
    };
  }
}
