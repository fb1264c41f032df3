/**
 * Rows of a table as floats, and back.
 *
 * <p>In: the reference table, to be fitted to; its rows, to be encoded; rows of floats, to be
 * decoded. Out: a {@link io.lanewise.gan.codec.RowLayout}, floats, batches of columns. A codec is
 * immutable: any thread may use it at any time.
 */
@NullMarked
package io.lanewise.gan.codec;

import org.jspecify.annotations.NullMarked;
