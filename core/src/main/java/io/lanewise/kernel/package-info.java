/**
 * The numeric kernels: one small interface per family, a record of families, and how they are
 * found.
 *
 * <p>Heap arrays flow in, numbers flow out. Log sums and edge search trust their arguments: the
 * public door (for the log sums that is {@code io.lanewise.measure}) checks, they only assert.
 * Families that are abstract classes are doors themselves: their public methods check, and
 * implementations trust. Kernels hold no state, so any thread may call them at any time.
 *
 * <p>Every implementation returns the same bits as the readable one in {@code
 * io.lanewise.kernel.scalar}: the terms are {@link io.lanewise.kernel.LogTerms}, and the order of
 * addition is fixed by {@link io.lanewise.kernel.LogSums}.
 */
@NullMarked
package io.lanewise.kernel;

import org.jspecify.annotations.NullMarked;
