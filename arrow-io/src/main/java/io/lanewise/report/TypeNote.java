package io.lanewise.report;

import io.lanewise.column.Family;
import io.lanewise.evaluate.ColumnScore;

/**
 * Whether values that a user calls equal may differ: 0.1 as float32, as float64 and as a decimal
 * are three numbers.
 */
final class TypeNote {

  private TypeNote() {}

  /** Whether fractions of the one type are none of the other. */
  static boolean isNeeded(ColumnScore column) {
    Family real = column.realType().family();
    Family generated = column.generatedType().family();
    boolean fractions =
        (real == Family.FLOATING || real == Family.DECIMAL)
            && (generated == Family.FLOATING || generated == Family.DECIMAL);
    boolean decimals = real == Family.DECIMAL && generated == Family.DECIMAL;
    return fractions
        && !decimals
        && !column.realType().name().equals(column.generatedType().name());
  }

  /** A sentence on types between which fractions are not equal. */
  static String of(ColumnScore column, String name) {
    return "types: "
        + name
        + " is "
        + column.realType().name()
        + " in the real data and "
        + column.generatedType().name()
        + " in the generated; a fraction such as 0.1 differs between them";
  }
}
