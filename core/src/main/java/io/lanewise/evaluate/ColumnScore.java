package io.lanewise.evaluate;

import io.lanewise.column.ColumnType;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The score of one column.
 *
 * @param index its position in the real table
 * @param name its name
 * @param realType its type in the real data
 * @param generatedType its type in the generated data
 * @param kind whether its values were binned or taken as categories
 * @param identifier whether it looks like an identifier, which averages leave out
 * @param folded whether it has too many distinct values to count one by one
 * @param symbols number of symbols that occur on either side
 * @param realNulls null rows of the real data
 * @param generatedNulls null rows of the generated data
 * @param entropyReal entropy of the real column, nats
 * @param entropyGenerated entropy of the generated column, nats; NaN where it has no rows
 * @param entropyRealCorrected entropy of the real column by the estimator that was chosen, nats
 * @param entropyGeneratedCorrected the same of the generated column; NaN where it has no rows
 * @param comparison the two compared; null where the generated data has no rows
 * @param edges the inner edges, empty for categories
 * @param counts all symbols and their counts
 * @param rows what rows that belong together tell of each other; null where that was not asked for,
 *     and of identifiers
 */
public record ColumnScore(
    int index,
    String name,
    ColumnType realType,
    ColumnType generatedType,
    Kind kind,
    boolean identifier,
    boolean folded,
    int symbols,
    long realNulls,
    long generatedNulls,
    double entropyReal,
    double entropyGenerated,
    double entropyRealCorrected,
    double entropyGeneratedCorrected,
    @Nullable Comparison comparison,
    List<BigDecimal> edges,
    List<SymbolCount> counts,
    @Nullable RowDependence rows) {

  /** How a column's values became symbols. */
  public enum Kind {
    /** Binned. */
    NUMERIC,
    /** Each value a symbol. */
    CATEGORICAL
  }

  /** Copies the lists. */
  public ColumnScore {
    edges = List.copyOf(edges);
    counts = List.copyOf(counts);
  }

  /** The same score with what rows that belong together tell of each other. */
  ColumnScore withRows(RowDependence dependence) {
    return new ColumnScore(
        index,
        name,
        realType,
        generatedType,
        kind,
        identifier,
        folded,
        symbols,
        realNulls,
        generatedNulls,
        entropyReal,
        entropyGenerated,
        entropyRealCorrected,
        entropyGeneratedCorrected,
        comparison,
        edges,
        counts,
        dependence);
  }

  /** The symbols that occur, the costliest by JS first; empty where a side has no rows. */
  public List<Contribution> contributions() {
    return Contributions.of(
        counts.stream().mapToLong(SymbolCount::real).toArray(),
        counts.stream().mapToLong(SymbolCount::generated).toArray(),
        i -> Collections.singletonList(counts.get(i).label()));
  }
}
