package io.lanewise.profile;

import io.lanewise.column.ColumnType;

/**
 * One column of the symbol space.
 *
 * @param name the column's name in the real data
 * @param occurrence which of the columns of this name it is, from 0
 * @param type the column's type in the real data
 * @param binning how its values become symbols
 * @param identifier whether it looks like an identifier: scored, but left out of averages
 */
public record ReferenceColumn(
    String name, int occurrence, ColumnType type, Binning binning, boolean identifier) {}
