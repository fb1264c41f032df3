/**
 * From two tables, or from two profiles of one reference, to a {@link
 * io.lanewise.evaluate.Scorecard}.
 *
 * <p>{@link io.lanewise.evaluate.ColumnMatching} pairs the columns, {@link
 * io.lanewise.evaluate.Scorer} fits the reference, counts both tables and scores. A scorecard is a
 * pure function of the counts: nats and doubles, no unit chosen, nothing rounded. Batch by batch, a
 * {@link io.lanewise.evaluate.StreamingEvaluator} does the same while the data arrives; it alone
 * has a state. Everything here may be used by any thread.
 */
@NullMarked
package io.lanewise.evaluate;

import org.jspecify.annotations.NullMarked;
