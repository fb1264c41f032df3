/**
 * Tries the kernels on this machine: how fast each family is, and whether its vector form returns
 * the bits of its scalar form.
 *
 * <p>{@link io.lanewise.kernel.Kernels} flow in, rows of a {@link io.lanewise.report.KernelReport}
 * flow out. A family is one small class of probes, listed in {@link io.lanewise.probe.Probes}. For
 * one thread at a time, on a machine with nothing else to do.
 */
@NullMarked
package io.lanewise.probe;

import org.jspecify.annotations.NullMarked;
