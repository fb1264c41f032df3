/**
 * The command {@code lanewise}.
 *
 * <p>Results go to standard output, warnings and progress to standard error; every failure is one
 * line and an {@link io.lanewise.cli.ExitCode}. Arguments are checked before any data is opened,
 * and a result is complete before its first byte is written.
 */
@NullMarked
package io.lanewise.cli;

import org.jspecify.annotations.NullMarked;
