/**
 * From two tables, or from two profiles of one reference, to a {@link
 * io.lanewise.evaluate.Scorecard}.
 *
 * <p>{@link io.lanewise.evaluate.ColumnMatching} pairs the columns, {@link
 * io.lanewise.evaluate.Scorer} fits the reference, counts both tables and scores. A scorecard is a
 * pure function of the counts: nats and doubles, no unit chosen, nothing rounded. Everything here
 * is immutable and may be used by any thread.
 */
@NullMarked
package io.lanewise.evaluate;

import org.jspecify.annotations.NullMarked;
