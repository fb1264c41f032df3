/**
 * The measures: pure functions of counts or of weights, nats in double.
 *
 * <p>Plain arrays flow in: {@code long[]} counts, or {@code double[]} weights that need not sum to
 * 1 and are taken as the exact rational values of their doubles. One double flows out, in nats
 * unless the method says otherwise. Arguments are checked here, once; the kernels below trust. No
 * class holds state, so every method may be called from any thread; {@link
 * io.lanewise.measure.SampleNoises} alone, which keeps what it worked out, is for one thread.
 *
 * <p>p is the real data, q the generated data. Every measure is at least +0.0, possibly +infinity,
 * never NaN. A small number is never taken as the difference of two large ones, so the relative
 * error stays near 1e-15 even where a divergence is 1e-33.
 *
 * <p>Methods with a trailing {@link io.lanewise.kernel.Kernels} run on the kernels they are given,
 * the others on {@link io.lanewise.kernel.Kernels#adaptive()}; the bits are the same.
 */
@NullMarked
package io.lanewise.measure;

import org.jspecify.annotations.NullMarked;
