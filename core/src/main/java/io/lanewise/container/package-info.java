/**
 * The file format of profiles, states and models: safetensors, in one canonical form.
 *
 * <p>A {@link io.lanewise.container.Container} is named tensors and a few words of metadata; it
 * becomes bytes and bytes become it again, and nothing is read that does not carry its own
 * checksum. Any reader of safetensors can open such a file; Lanewise itself reads only the
 * canonical form, so equal content is equal bytes.
 *
 * <p>Threads: all types are immutable.
 */
@NullMarked
package io.lanewise.container;

import org.jspecify.annotations.NullMarked;
