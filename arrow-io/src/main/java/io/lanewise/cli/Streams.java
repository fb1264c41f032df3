package io.lanewise.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * What a command reads from and writes to.
 *
 * @param in standard input
 * @param out standard output, unbuffered; its errors are exceptions
 * @param outCharset the charset that standard output is read in
 * @param err standard error
 */
record Streams(InputStream in, OutputStream out, Charset outCharset, PrintStream err) {}
