package io.lanewise.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/**
 * How often every symbol of a reference occurs in some data: integers, and nothing else. Merging
 * adds them, so it is associative, commutative and exact, and what was added can be subtracted.
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

  /** The profile of no rows at all. */
  public static Profile empty(Reference reference) {
    List<Counts> columns = new ArrayList<>();
    for (ReferenceColumn column : reference.columns()) {
      columns.add(
          switch (column.binning()) {
            case Bins bins -> new BinCounts(new long[bins.symbolCount()]);
            case Categories categories ->
                CategoryCounts.of(categories, new TreeMap<>(), new long[0]);
          });
    }
    List<JointCounts> pairs = new ArrayList<>();
    for (ColumnPair pair : reference.pairs().pairs()) {
      int rows = reference.pairs().x(pair).symbolCount();
      int others = reference.pairs().y(pair).symbolCount();
      pairs.add(new JointCounts(rows, others, new long[rows * others]));
    }
    return new Profile(reference, 0, columns, pairs);
  }

  /**
   * The profile of both data sets together.
   *
   * @throws IllegalArgumentException if the other profile has another reference; the message names
   *     the first column that differs
   * @throws ArithmeticException if a count passes 2<sup>63</sup> - 1; the message names the column,
   *     the pair, or the rows if it is only their number
   */
  public Profile plus(Profile other) {
    requireSameReference(other);
    if (other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    // Rows come last: where a count passes, they do too, and a column's name tells more.
    List<Counts> columnSums = columns(other, Counts::plus);
    List<JointCounts> pairSums = pairs(other, JointCounts::plus);
    long sum = named(() -> "rows", () -> Math.addExact(rows, other.rows));
    return new Profile(reference, sum, columnSums, pairSums);
  }

  /** Whether adding it changes nothing, as it does where a column is folded. */
  private boolean isEmpty() {
    return rows == 0
        && columns.stream()
            .noneMatch(counts -> counts instanceof CategoryCounts values && values.isFolded());
  }

  /**
   * The profile without data that was counted in it: {@code a.plus(b).minus(b)} is a, and where a
   * column of the sum is folded, a with that column folded.
   *
   * @throws IllegalArgumentException if the other profile has another reference, or more of
   *     anything than was counted here; the message names the column
   */
  public Profile minus(Profile other) {
    requireSameReference(other);
    // Ahead of the rows, so that a column is named.
    List<Counts> columnsLeft = columns(other, Counts::minus);
    if (other.rows > rows) {
      throw new IllegalArgumentException(other.rows + " rows less of a profile of " + rows);
    }
    return new Profile(reference, rows - other.rows, columnsLeft, pairs(other, JointCounts::minus));
  }

  /**
   * The counts of some columns and of the pairs among them: what would have been counted if the
   * reference had these alone.
   *
   * @param chosen positions of reference columns, ascending
   */
  public Profile select(int[] chosen) {
    PairSpace space = reference.pairs();
    List<ColumnPair> pairsLeft = new ArrayList<>();
    List<JointCounts> countsLeft = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      int x = Arrays.binarySearch(chosen, space.pairs().get(i).x());
      int y = Arrays.binarySearch(chosen, space.pairs().get(i).y());
      if (x >= 0 && y >= 0) {
        pairsLeft.add(new ColumnPair(x, y));
        countsLeft.add(pairs.get(i));
      }
    }
    PairSpace spaceLeft =
        pairsLeft.isEmpty()
            ? PairSpace.NONE
            : new PairSpace(at(space.coarsenings(), chosen), pairsLeft);
    return new Profile(
        new Reference(at(reference.columns(), chosen), spaceLeft),
        rows,
        at(columns, chosen),
        countsLeft);
  }

  private static <T> List<T> at(List<T> list, int[] positions) {
    return Arrays.stream(positions).mapToObj(list::get).toList();
  }

  /** The counts of the columns alone. */
  public Profile withoutPairs() {
    return new Profile(new Reference(reference.columns()), rows, columns, List.of());
  }

  /** About how many bytes of heap the counts take, those of the reference aside. */
  public long heapBytes() {
    return HeapSize.of(this);
  }

  /**
   * Checks that both profiles count the same symbols.
   *
   * @throws IllegalArgumentException if the other profile has another reference; the message names
   *     the first column that differs
   */
  public void requireSameReference(Profile other) {
    reference
        .difference(other.reference)
        .ifPresent(
            difference -> {
              throw new IllegalArgumentException("profiles of different references: " + difference);
            });
  }

  private List<Counts> columns(Profile other, BinaryOperator<Counts> operation) {
    List<Counts> results = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int at = i;
      Counts counts = columns.get(i);
      Counts others = other.columns.get(i);
      results.add(named(() -> "column " + quoted(at), () -> operation.apply(counts, others)));
    }
    return results;
  }

  private List<JointCounts> pairs(Profile other, BinaryOperator<JointCounts> operation) {
    List<JointCounts> results = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      ColumnPair pair = reference.pairs().pairs().get(i);
      JointCounts counts = pairs.get(i);
      JointCounts others = other.pairs.get(i);
      results.add(
          named(
              () -> "columns " + quoted(pair.x()) + " and " + quoted(pair.y()),
              () -> operation.apply(counts, others)));
    }
    return results;
  }

  private String quoted(int column) {
    return "'" + reference.columns().get(column).name() + "'";
  }

  private static <T> T named(Supplier<String> name, Supplier<T> operation) {
    try {
      return operation.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name.get() + ": " + e.getMessage(), e);
    } catch (ArithmeticException e) {
      ArithmeticException named = new ArithmeticException(name.get() + ": a count passes 2^63 - 1");
      named.initCause(e);
      throw named;
    }
  }
}
