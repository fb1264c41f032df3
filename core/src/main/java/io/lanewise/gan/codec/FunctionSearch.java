package io.lanewise.gan.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the columns that are functions of others.
 *
 * <p>A function has at most as many values as its argument. So columns are looked at from those of
 * most values on, and each is only compared with earlier ones: there are no cycles. Of columns that
 * are functions of each other the first is kept, those of choices alone before those of positions:
 * choices are learned each for itself, while positions that are a little off are other values. A
 * function of a function takes the base of that.
 *
 * <p>Cost: a pair is left at the first row that contradicts it, and a column at the first other
 * that determines it; what is left is one look-up per row and pair.
 */
final class FunctionSearch {

  /** The greatest chance of a pair to be taken for a function by accident. */
  private static final double MOST_CHANCE = 1e-9;

  private final List<FittedColumn> columns;

  /** For each column, the one it is determined by in the end; itself if it may be such a base. */
  private final int[] bases;

  FunctionSearch(List<FittedColumn> columns) {
    this.columns = columns;
    this.bases = new int[columns.size()];
    Arrays.fill(bases, -1);
  }

  /** The codecs, in the order of the columns. */
  List<ColumnCodec> codecs() {
    List<Integer> order =
        IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).isCoded())
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer i) -> -columns.get(i).rows().distinct())
                    .thenComparing(i -> !columns.get(i).comesBack())
                    .thenComparing(i -> !columns.get(i).isOfChoicesAlone()))
            .toList();
    for (int i = 0; i < order.size(); i++) {
      bases[order.get(i)] = base(order.get(i), order.subList(0, i).reversed());
    }
    List<ColumnCodec> codecs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      codecs.add(codec(i));
    }
    return codecs;
  }

  /** The base of a column, given those that may determine it, from the fewest values on. */
  private int base(int column, List<Integer> others) {
    FittedColumn fitted = columns.get(column);
    for (int other : others) {
      RowCodes argument = columns.get(other).rows();
      if (bases[other] >= 0
          && isEvident(argument, fitted.rows())
          && argument.toCodesOf(fitted.rows()) != null) {
        return bases[other];
      }
    }
    return fitted.comesBack() ? column : -1;
  }

  /**
   * Whether it would be no accident if a column were a function of another. If the two were
   * independent, each row after the first of a value of the argument would agree with that first
   * one by a chance of at most p, the share of the most frequent value of the function; all n - k
   * of them, of n rows and k values, by p^(n - k) at most. And half of the values must be in
   * several rows, for a value that occurs once agrees with anything.
   */
  static boolean isEvident(RowCodes argument, RowCodes function) {
    int values = argument.distinct();
    long rows = argument.rows();
    double share = (double) function.mostFrequent() / rows;
    return 2 * argument.repeated() >= values
        && (double) (rows - values) * Math.log(share) <= Math.log(MOST_CHANCE);
  }

  private ColumnCodec codec(int column) {
    FittedColumn fitted = columns.get(column);
    int base = bases[column];
    if (base < 0 || base == column) {
      return fitted.codec();
    }
    int[] symbols = columns.get(base).toSymbolsOf(fitted);
    if (symbols == null) {
      throw new IllegalStateException(
          "column %d is no function of column %d".formatted(column, base));
    }
    return new DeterminedCodec(base, columns.get(base).codec(), symbols, fitted.codec());
  }
}
