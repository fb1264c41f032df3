package io.lanewise.profile;

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
  }
}
