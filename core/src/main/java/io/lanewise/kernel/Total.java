package io.lanewise.kernel;

/**
 * A sum of weights as an unevaluated pair of doubles: the value is {@code hi + lo}.
 *
 * <p>The pair is normalised, {@code hi == hi + lo}, so {@code hi} alone is the correctly rounded
 * sum. A total without {@code lo} would blur the distance of a weight from its own total: with
 * counts 1e9 and 1 the entropy hangs on the 1 alone.
 *
 * @param hi the sum rounded to the nearest double
 * @param lo what is left of the sum after {@code hi}
 */
public record Total(double hi, double lo) {}
