/**
 * Files that are written whole or not at all.
 *
 * <p>What flows in: a place, and whoever writes the bytes. What flows out: a file that has its name
 * only when its last byte is on the disk; of a failure, an {@link java.io.IOException} and nothing
 * else. Each file is written by one thread.
 */
@NullMarked
package io.lanewise.file;

import org.jspecify.annotations.NullMarked;
