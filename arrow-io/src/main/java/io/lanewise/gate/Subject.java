package io.lanewise.gate;

import io.lanewise.report.ColumnMeasure;
import io.lanewise.report.Measure;
import io.lanewise.report.SummaryMeasure;

/** The number, or the numbers, that a rule is about. */
public sealed interface Subject {

  /** Which number. */
  Measure<?> measure();

  /**
   * A number of the summary.
   *
   * @param measure which
   */
  record OfSummary(SummaryMeasure measure) implements Subject {}

  /**
   * A number of every scored column that is no identifier.
   *
   * @param measure which
   */
  record OfAnyColumn(ColumnMeasure measure) implements Subject {}

  /**
   * A number of one column, or of all columns of that name; of identifiers, too.
   *
   * @param name the column's name
   * @param measure which
   */
  record OfColumn(String name, ColumnMeasure measure) implements Subject {}
}
