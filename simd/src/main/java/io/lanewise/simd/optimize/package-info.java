/**
 * Steps of optimizers on the Vector API.
 *
 * <p>Heap arrays that were checked flow in and are updated; called from any thread.
 */
@NullMarked
package io.lanewise.simd.optimize;

import org.jspecify.annotations.NullMarked;
