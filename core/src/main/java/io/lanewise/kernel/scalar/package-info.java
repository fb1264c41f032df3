/**
 * The readable kernels, which say what the vector kernels must return, bit for bit.
 *
 * <p>Blocks of heap arrays flow in, doubles flow out; called from any thread, through {@link
 * io.lanewise.kernel.Kernels}.
 */
@NullMarked
package io.lanewise.kernel.scalar;

import org.jspecify.annotations.NullMarked;
