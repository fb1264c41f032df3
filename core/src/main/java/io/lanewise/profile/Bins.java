package io.lanewise.profile;

import io.lanewise.column.ColumnType;
import io.lanewise.kernel.EdgeSearch;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frozen bins of an ordered column.
 *
 * <p>With inner edges e<sub>0</sub> .. e<sub>k</sub> there are k bins [e<sub>i</sub>,
 * e<sub>i+1</sub>), the last one closed, and four more symbols: underflow, overflow (infinities
 * fall into these two), NaN and null. Edges are exact decimal numbers in the reference column's
 * unit, so one set of edges bins integers, decimals, dates and doubles alike, each by an exact
 * comparison: for every physical form the edges become the smallest representable value at or above
 * them.
 *
 * <p>Codes: 0 underflow, 1 .. k the bins, k+1 overflow, k+2 NaN, k+3 null.
 */
public final class Bins implements Binning {

  /** Most edges. */
  public static final int MOST_EDGES = EdgeSearch.MOST;

  private final List<BigDecimal> edges;
  private final BigDecimal unit;

  /** Worked out when first asked for; threads that do so at once get equal ones. */
  private volatile @Nullable BinLabels labels;

  /**
   * Bins with the given inner edges.
   *
   * @param edges at least two, ascending; only the last two may be equal
   * @param type the reference column's type, in whose unit the edges are
   * @throws IllegalArgumentException if there are fewer, or they do not ascend
   */
  public Bins(List<BigDecimal> edges, ColumnType type) {
    this.edges = List.copyOf(edges);
    this.unit = Quantity.unit(type);
    if (edges.size() < 2 || edges.size() > MOST_EDGES) {
      throw new IllegalArgumentException(
          "got " + edges.size() + " edges, expected 2 to " + MOST_EDGES);
    }
    for (int i = 1; i < edges.size(); i++) {
      int order = edges.get(i - 1).compareTo(edges.get(i));
      if (order > 0 || (order == 0 && i < edges.size() - 1)) {
        throw new IllegalArgumentException(
            "edges must ascend: edge "
                + (i - 1)
                + " is "
                + edges.get(i - 1)
                + ", edge "
                + i
                + " is "
                + edges.get(i));
      }
    }
  }

  /** The inner edges. */
  public List<BigDecimal> edges() {
    return edges;
  }

  /** Number of bins between the edges. */
  public int binCount() {
    return edges.size() - 1;
  }

  /** Number of symbols: the bins, underflow, overflow, NaN and null. */
  public int symbolCount() {
    return binCount() + 4;
  }

  @Override
  public int listedCodes() {
    return symbolCount();
  }

  /** Code of values above the last edge. */
  public int overflowCode() {
    return binCount() + 1;
  }

  /** Code of NaN. */
  public int nanCode() {
    return binCount() + 2;
  }

  /** Code of null. */
  public int nullCode() {
    return binCount() + 3;
  }

  /** What a code stands for, with the edges as the type writes them. */
  public String label(int code, ColumnType type) {
    int bins = binCount();
    if (code == 0) {
      return "< " + edgeLabel(0, type);
    }
    if (code == bins + 1) {
      return "> " + edgeLabel(bins, type);
    }
    if (code == nanCode()) {
      return "NaN";
    }
    if (code == nullCode()) {
      return "null";
    }
    if (holdsOneValue(code, type)) {
      return edgeLabel(code - 1, type);
    }
    String close = code == bins ? "]" : ")";
    return "[" + edgeLabel(code - 1, type) + ", " + edgeLabel(code, type) + close;
  }

  /**
   * What the values of neighbouring bins, underflow and overflow included, have in common.
   *
   * @param first code of the first bin
   * @param last code of the last bin, which may be the first
   */
  public String label(int first, int last, ColumnType type) {
    if (first == last) {
      return label(first, type);
    }
    boolean closed = last == binCount() || (last < binCount() && holdsOneValue(last, type));
    boolean alone = last < binCount() && closed;
    String high = last > binCount() ? "" : edgeLabel(alone ? last - 1 : last, type);
    if (first == 0) {
      return high.isEmpty() ? "any" : (closed ? "<= " : "< ") + high;
    }
    String low = edgeLabel(first - 1, type);
    return high.isEmpty() ? ">= " + low : "[" + low + ", " + high + (closed ? "]" : ")");
  }

  private boolean holdsOneValue(int code, ColumnType type) {
    return labels(type).holdsOneValue(code);
  }

  private String edgeLabel(int edge, ColumnType type) {
    return labels(type).edge(edge);
  }

  private BinLabels labels(ColumnType type) {
    BinLabels known = labels;
    if (known == null || !known.type().equals(type)) {
      known = BinLabels.of(edges, type);
      labels = known;
    }
    return known;
  }

  /** Thresholds for doubles: a value's code is the number of thresholds not above it. */
  double[] doubleThresholds() {
    double[] thresholds = new double[edges.size()];
    for (int i = 0; i < thresholds.length; i++) {
      BigDecimal edge = edges.get(i).multiply(unit);
      double threshold = edge.doubleValue();
      boolean last = i == thresholds.length - 1;
      int order = compare(threshold, edge);
      if (order < 0 || (last && order == 0)) {
        threshold = Math.nextUp(threshold);
      }
      thresholds[i] = threshold;
    }
    return thresholds;
  }

  private static int compare(double value, BigDecimal exact) {
    if (Double.isInfinite(value)) {
      return value > 0 ? 1 : -1;
    }
    return new BigDecimal(value).compareTo(exact);
  }

  /**
   * Thresholds for stored integers: a value's code is the number of thresholds not above it.
   *
   * @param step what a stored 1 is worth in the column to be binned
   */
  BigInteger[] thresholds(BigDecimal step) {
    BigInteger[] thresholds = new BigInteger[edges.size()];
    for (int i = 0; i < thresholds.length; i++) {
      BigDecimal edge = edges.get(i).multiply(unit);
      boolean last = i == thresholds.length - 1;
      thresholds[i] =
          last
              ? edge.divide(step, 0, RoundingMode.FLOOR).toBigInteger().add(BigInteger.ONE)
              : edge.divide(step, 0, RoundingMode.CEILING).toBigInteger();
    }
    return thresholds;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bins bins && edges.equals(bins.edges) && unit.equals(bins.unit);
  }

  @Override
  public int hashCode() {
    return edges.hashCode();
  }

  @Override
  public String toString() {
    return "Bins" + edges;
  }
}
