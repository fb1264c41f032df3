/**
 * Generated rows as pictures, for tables whose rows are pixels.
 *
 * <p>Rows of grey values flow in, row-major; a PNG flows out. One thread.
 */
@NullMarked
package io.lanewise.preview;

import org.jspecify.annotations.NullMarked;
