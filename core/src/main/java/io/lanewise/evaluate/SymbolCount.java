package io.lanewise.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * How often a symbol occurs on both sides.
 *
 * @param label the value, the range of values, or null for the missing value
 * @param real rows of the real data
 * @param generated rows of the generated data
 */
public record SymbolCount(@Nullable String label, long real, long generated) {}
