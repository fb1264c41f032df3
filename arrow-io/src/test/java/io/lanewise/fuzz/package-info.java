/**
 * A coverage-guided fuzzer, each target in a process of its own, against everything that reads
 * bytes of others.
 */
@NullMarked
package io.lanewise.fuzz;

import org.jspecify.annotations.NullMarked;
