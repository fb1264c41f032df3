/**
 * The kernels on the Vector API, bit for bit those of {@code io.lanewise.kernel.scalar}.
 *
 * <p>Blocks of heap arrays flow in, doubles flow out; called from any thread, through {@link
 * io.lanewise.kernel.Kernels}. Only the provider is seen from outside, by {@link
 * java.util.ServiceLoader}.
 */
@NullMarked
package io.lanewise.simd;

import org.jspecify.annotations.NullMarked;
