package io.lanewise.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * How often every symbol of a reference occurs in some data: integers, and nothing else. Merging
 * adds them, so it is associative, commutative and exact.
 *
 * @param reference the symbol space
 * @param rows number of rows counted
 * @param columns counts per reference column
 * @param pairs joint counts per pair of the reference
 */
public record Profile(
    Reference reference, long rows, List<Counts> columns, List<JointCounts> pairs) {

  /** Copies the lists and checks that there is one entry per reference column and pair. */
  public Profile {
    columns = List.copyOf(columns);
    pairs = List.copyOf(pairs);
    if (columns.size() != reference.columns().size()) {
      throw new IllegalArgumentException(
          "counts of "
              + columns.size()
              + " columns for a reference of "
              + reference.columns().size());
    }
    if (pairs.size() != reference.pairs().pairs().size()) {
      throw new IllegalArgumentException(
          "joint counts of "
              + pairs.size()
              + " pairs for a reference of "
              + reference.pairs().pairs().size());
    }
  }

  /**
   * The profile of both data sets together.
   *
   * @throws IllegalArgumentException if the other profile has another reference
   * @throws ArithmeticException if a count passes 2<sup>63</sup> - 1
   */
  public Profile plus(Profile other) {
    if (!reference.equals(other.reference)) {
      throw new IllegalArgumentException("profiles of different references do not merge");
    }
    List<Counts> sums = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      sums.add(sum(columns.get(i), other.columns.get(i)));
    }
    List<JointCounts> pairSums = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      pairSums.add(pairs.get(i).plus(other.pairs.get(i)));
    }
    return new Profile(reference, Math.addExact(rows, other.rows), sums, pairSums);
  }

  private static Counts sum(Counts a, Counts b) {
    if (a instanceof BinCounts x && b instanceof BinCounts y) {
      return x.plus(y);
    }
    if (a instanceof CategoryCounts x && b instanceof CategoryCounts y) {
      return x.plus(y);
    }
    throw new IllegalStateException("counts of different kinds: " + a + ", " + b);
  }
}
