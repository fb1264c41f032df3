/**
 * Sums, dot products, extremes and moments on the Vector API.
 *
 * <p>Heap arrays that were checked flow in, numbers flow out; called from any thread.
 */
@NullMarked
package io.lanewise.simd.reduce;

import org.jspecify.annotations.NullMarked;
