/**
 * Networks of layers, forward and backward, in float, on the kernels.
 *
 * <p>In: rows of numbers, and derivatives by the outputs. Out: outputs, and derivatives by inputs
 * and parameters. A {@link io.lanewise.gan.layer.Network} holds parameters, a {@link
 * io.lanewise.gan.layer.Pass} the arrays of a run over some rows; all memory is allocated when a
 * pass is made.
 */
@NullMarked
package io.lanewise.gan.layer;

import org.jspecify.annotations.NullMarked;
