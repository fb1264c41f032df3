package io.lanewise.measure;

/**
 * A term of a sum over symbols, from the products {@code w = c D} and {@code v = d C} and their
 * exact difference {@code v - w}; where the term scales with its arguments, the sum is divided by C
 * D.
 */
@FunctionalInterface
interface CrossTerm {
  double of(double w, double v, double diff);
}
