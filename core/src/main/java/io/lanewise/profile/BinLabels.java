package io.lanewise.profile;

import io.lanewise.column.ColumnType;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the edges of some bins read, worked out once: every scorecard names every bin, and half a
 * microsecond an edge makes 2 ms for 30 columns.
 *
 * @param type as which they are written
 * @param edges their texts
 * @param single by bin, whether it holds one value of the type
 */
record BinLabels(ColumnType type, List<String> edges, List<Boolean> single) {

  static BinLabels of(List<BigDecimal> edges, ColumnType type) {
    return new BinLabels(
        type,
        edges.stream().map(edge -> Quantity.label(edge, type)).toList(),
        IntStream.range(1, edges.size()).mapToObj(code -> isSingle(edges, code, type)).toList());
  }

  private static boolean isSingle(List<BigDecimal> edges, int code, ColumnType type) {
    BigDecimal low = edges.get(code - 1);
    BigDecimal high = edges.get(code);
    boolean last = code == edges.size() - 1;
    return low.compareTo(high) == 0 || (!last && Neighbour.above(low, type).compareTo(high) == 0);
  }

  String edge(int edge) {
    return edges.get(edge);
  }

  /** Whether a bin, by its code from 1, holds one value only. */
  boolean holdsOneValue(int code) {
    return single.get(code - 1);
  }
}
