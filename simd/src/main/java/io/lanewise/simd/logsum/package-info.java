/**
 * The log sums on the Vector API.
 *
 * <p>Blocks of weights flow in, nats flow out; called from any thread.
 */
@NullMarked
package io.lanewise.simd.logsum;

import org.jspecify.annotations.NullMarked;
