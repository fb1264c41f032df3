package io.lanewise.profile;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import java.math.BigDecimal;

/** The next value that a column's type can hold. */
final class Neighbour {

  private Neighbour() {}

  /**
   * The smallest value above {@code value}: the next double for floating-point columns (also for
   * narrower ones, whose values are doubles once they are read), one stored unit more for the rest.
   */
  static BigDecimal above(BigDecimal value, ColumnType type) {
    if (type.family() == Family.FLOATING) {
      double next = Math.nextUp(value.doubleValue());
      return Double.isInfinite(next) ? value : new BigDecimal(next);
    }
    return value.add(type.step().divide(Quantity.unit(type)));
  }
}
