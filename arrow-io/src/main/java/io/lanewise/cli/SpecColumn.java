package io.lanewise.cli;

import io.lanewise.profile.Treatment;

/**
 * What a specification says of a column.
 *
 * @param path where it says so
 * @param treatment how the column is to become symbols
 */
record SpecColumn(String path, Treatment treatment) {}
