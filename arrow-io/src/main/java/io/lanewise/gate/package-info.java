/**
 * Rules that a scorecard must not cross.
 *
 * <p>{@link io.lanewise.gate.RuleParser} and {@link io.lanewise.gate.RulesFile} turn text into
 * {@link io.lanewise.gate.Rule rules}, before any data is there. {@link io.lanewise.gate.RuleCheck}
 * looks up their columns, before any row is counted. {@link io.lanewise.gate.Gates} tells which of
 * them a scorecard crosses: a pure function. What cannot be used is a {@link
 * io.lanewise.gate.RuleException} of one line. Everything here is immutable and may be used by any
 * thread.
 */
@NullMarked
package io.lanewise.gate;

import org.jspecify.annotations.NullMarked;
