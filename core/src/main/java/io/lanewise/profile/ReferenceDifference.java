package io.lanewise.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Puts into words how two references differ: the first column that does, and in what. */
final class ReferenceDifference {

  private ReferenceDifference() {}

  /** The difference; empty if the references are equal. */
  static Optional<String> of(Reference a, Reference b) {
    int common = Math.min(a.columns().size(), b.columns().size());
    for (int i = 0; i < common; i++) {
      if (!a.columns().get(i).equals(b.columns().get(i))) {
        return Optional.of(between(a.columns().get(i), b.columns().get(i)));
      }
    }
    if (a.columns().size() != b.columns().size()) {
      List<ReferenceColumn> longer = a.columns().size() > common ? a.columns() : b.columns();
      return Optional.of(
          "%d columns and %d columns, column '%s' in one of them only"
              .formatted(a.columns().size(), b.columns().size(), longer.get(common).name()));
    }
    return a.pairs().equals(b.pairs()) ? Optional.empty() : Optional.of(between(a, b));
  }

  private static String between(Reference a, Reference b) {
    List<ColumnPair> pairs = a.pairs().pairs();
    List<ColumnPair> others = b.pairs().pairs();
    if (pairs.size() != others.size()) {
      return "%d pairs of columns and %d".formatted(pairs.size(), others.size());
    }
    for (int i = 0; i < a.pairs().coarsenings().size(); i++) {
      if (!a.pairs().coarsenings().get(i).equals(b.pairs().coarsenings().get(i))) {
        return "column '%s' is joined in its pairs to %d symbols and to %d other ones"
            .formatted(
                a.columns().get(i).name(),
                a.pairs().coarsenings().get(i).symbolCount(),
                b.pairs().coarsenings().get(i).symbolCount());
      }
    }
    return "other pairs of columns, %d in each".formatted(pairs.size());
  }

  private static String between(ReferenceColumn a, ReferenceColumn b) {
    if (!a.name().equals(b.name()) || a.occurrence() != b.occurrence()) {
      return "column '%s' and column '%s' at one place".formatted(a.name(), b.name());
    }
    String column = "column '" + a.name() + "' ";
    if (!a.type().equals(b.type())) {
      return column + "is %s and %s".formatted(a.type().name(), b.type().name());
    }
    if (a.identifier() != b.identifier()) {
      return column + "is marked as an identifier in one of them only";
    }
    return column + between(a.binning(), b.binning(), a);
  }

  private static String between(Binning a, Binning b, ReferenceColumn column) {
    return switch (a) {
      case Bins bins when b instanceof Bins others -> ofEdges(bins.edges(), others.edges(), column);
      case Categories categories when b instanceof Categories others ->
          ofValues(categories.known(), others.known(), column);
      default -> "is binned in one of them only";
    };
  }

  private static String ofEdges(
      List<BigDecimal> edges, List<BigDecimal> others, ReferenceColumn column) {
    if (edges.size() != others.size()) {
      return "has %d bins and %d".formatted(edges.size() - 1, others.size() - 1);
    }
    int at = 0;
    while (at < edges.size() - 1 && edges.get(at).compareTo(others.get(at)) == 0) {
      at++;
    }
    return "has other edges: edge %d is %s and %s"
        .formatted(
            at,
            Quantity.label(edges.get(at), column.type()),
            Quantity.label(others.get(at), column.type()));
  }

  private static String ofValues(List<Symbol> known, List<Symbol> others, ReferenceColumn column) {
    if (known.size() != others.size()) {
      return "lists %d values and %d".formatted(known.size(), others.size());
    }
    int at = 0;
    while (at < known.size() - 1 && known.get(at).equals(others.get(at))) {
      at++;
    }
    return "lists other values: '%s' and '%s'"
        .formatted(known.get(at).label(column.type()), others.get(at).label(column.type()));
  }
}
