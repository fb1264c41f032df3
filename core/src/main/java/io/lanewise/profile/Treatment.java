package io.lanewise.profile;

import io.lanewise.column.ColumnType;
import io.lanewise.column.Family;
import java.math.BigDecimal;
import java.util.List;

/** How a column is to become symbols: what the user asked for, or what its type suggests. */
public sealed interface Treatment {

  /**
   * Ordered types are binned, others are categories, and a column that looks like an identifier is
   * marked as one.
   */
  record Automatic() implements Treatment {}

  /** Every distinct value is a symbol. */
  record AsCategories() implements Treatment {}

  /** Binned, with edges fitted to the data. */
  record AsNumbers() implements Treatment {}

  /**
   * Binned with these inner edges.
   *
   * @param edges at least two, ascending, in the column's unit
   */
  record WithEdges(List<BigDecimal> edges) implements Treatment {
    /** Copies the list. */
    public WithEdges {
      edges = List.copyOf(edges);
    }

    /**
     * The bins of a column.
     *
     * <p>Edges of a floating column are taken for doubles. Reports write those as the shortest
     * decimals that read back, which need not be the doubles' exact values: 43.07 as an exact
     * number would lie above the value 43.07 of the column.
     *
     * @param type the reference column's type
     * @throws IllegalArgumentException if the edges are too few or too many, do not ascend, or are
     *     beyond the doubles where those are wanted
     */
    public Bins bins(ColumnType type) {
      return new Bins(type.family() == Family.FLOATING ? asDoubles() : edges, type);
    }

    private List<BigDecimal> asDoubles() {
      return edges.stream().map(WithEdges::asDouble).toList();
    }

    private static BigDecimal asDouble(BigDecimal edge) {
      double nearest = edge.doubleValue();
      if (Double.isInfinite(nearest)) {
        throw new IllegalArgumentException("edge " + edge + " is beyond the doubles");
      }
      return new BigDecimal(nearest);
    }
  }
}
