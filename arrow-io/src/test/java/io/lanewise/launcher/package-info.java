/**
 * Runs the launcher {@code lanewise} as a process: with JDKs and a Maven that are scripts, to see
 * what it chooses and passes on, and with the real jars, to see that its cache changes nothing.
 *
 * <p>The jars must have been packaged, so these run at {@code integration-test}.
 */
@NullMarked
package io.lanewise.launcher;

import org.jspecify.annotations.NullMarked;
