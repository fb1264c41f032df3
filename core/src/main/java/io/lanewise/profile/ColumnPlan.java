package io.lanewise.profile;

/**
 * A column to take into a reference.
 *
 * @param position its position in the table
 * @param treatment how it is to become symbols
 */
public record ColumnPlan(int position, Treatment treatment) {}
