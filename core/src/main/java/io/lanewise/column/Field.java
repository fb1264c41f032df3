package io.lanewise.column;

/**
 * A column's name and type.
 *
 * @param name as the table has it: may be empty, and may occur more than once
 * @param type what the column holds
 */
public record Field(String name, ColumnType type) {}
