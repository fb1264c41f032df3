/**
 * The kernels on the Vector API, bit for bit those of {@code io.lanewise.kernel.scalar}: a package
 * for each family, here what they share.
 *
 * <p>Heap arrays flow in and out; called from any thread, through {@link
 * io.lanewise.kernel.Kernels}. Only the provider is seen from outside, by {@link
 * java.util.ServiceLoader}.
 */
@NullMarked
package io.lanewise.simd;

import org.jspecify.annotations.NullMarked;
