package io.lanewise.profile;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;

/**
 * One column of the symbol space.
 *
 * @param name the column's name in the real data
 * @param occurrence which of the columns of this name it is, from 0
 * @param type the column's type in the real data
 * @param binning how its values become symbols
 * @param identifier whether it looks like an identifier: scored, but left out of averages
 */
public record ReferenceColumn(
    String name, int occurrence, ColumnType type, Binning binning, boolean identifier) {

  /** Checks that the type can be counted so. */
  public ReferenceColumn {
    if (occurrence < 0) {
      throw new IllegalArgumentException(
          "column '%s': occurrence %d, expected at least 0".formatted(name, occurrence));
    }
    String problem = problem(type.family(), binning, identifier);
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(
          "column '%s' of type %s (%s) %s".formatted(name, type.name(), type.family(), problem));
    }
  }

  /** Whether nearly all values being distinct makes columns of the family identifiers. */
  static boolean mayBeIdentifier(Family family) {
    return switch (family) {
      case INTEGER, TEXT, BINARY -> true;
      case FLOATING, DECIMAL, DATE, TIME, TIMESTAMP, INSTANT, DURATION, BOOLEAN, NULL, NESTED ->
          false;
    };
  }

  private static String problem(Family family, Binning binning, boolean identifier) {
    if (identifier && !mayBeIdentifier(family)) {
      return "cannot be an identifier";
    }
    return switch (family) {
      case NESTED -> "cannot be counted";
      case NULL ->
          binning.listedCodes() == 1 && binning instanceof Categories
              ? ""
              : "has no values to list";
      default -> family.ordered() || binning instanceof Categories ? "" : "cannot be binned";
    };
  }
}
