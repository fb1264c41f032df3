/**
 * Benchmarks: how fast Lanewise is, against scalar code, against peers and against the machine.
 *
 * <p>Each answers one question. {@code bench/run} runs them and keeps the results.
 */
@NullMarked
package io.lanewise.bench;

import org.jspecify.annotations.NullMarked;
