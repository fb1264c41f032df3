/**
 * Elementary functions and activations on vectors of any width up to 512 bits.
 *
 * <p>Arrays flow in and out; called from any thread. A {@link
 * io.lanewise.simd.function.DoubleFunction} or {@link io.lanewise.simd.function.FloatFunction} is a
 * loop for ordinary arguments, which stops at the first vector with another one, and a loop for all
 * of them, which is slower. Both compute the same bits.
 */
@NullMarked
package io.lanewise.simd.function;

import org.jspecify.annotations.NullMarked;
