package io.lanewise.evaluate;

import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Schema;
import io.lanewise.column.Table;
import io.lanewise.measure.SequentialTest;
import io.lanewise.profile.HeldOutRows;
import io.lanewise.profile.PairPlan;
import io.lanewise.profile.Reference;
import io.lanewise.profile.ReferenceFitter;
import io.lanewise.profile.SymbolRows;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests while rows arrive whether real and generated data come from one distribution, in a way that
 * may be looked at after every row: whoever calls the data different as soon as the p-value is
 * below alpha errs with a probability of at most alpha, however often he looks.
 *
 * <p>A random half of the real rows, at most 131,072 of them, is held out and paired one by one
 * with generated rows in the order in which these arrive; edges and categories are fitted to the
 * other half, so that they do not depend on the rows that are counted. Each column that is no
 * identifier has a {@link SequentialTest}; the mean of their evidence is evidence against "no
 * column differs", whatever the columns have to do with each other. When the real rows are used up,
 * the values stay as they are.
 *
 * <p>Null hypothesis: generated rows, given those before them, come from the distribution of the
 * real rows. Evidence belongs to one running comparison: it is not merged, kept or subtracted. One
 * thread at a time. Cost: 15 ns a pair and column, until the real rows are used up.
 */
public final class SequentialComparison {

  private final HeldOutRows real;
  private final SymbolRows generated;
  private final List<Integer> tested = new ArrayList<>();
  private final List<SequentialTest> tests = new ArrayList<>();
  private int pairs;
  private double largestLog;

  private SequentialComparison(HeldOutRows real, SymbolRows generated) {
    this.real = real;
    this.generated = generated;
    Reference reference = real.reference();
    for (int i = 0; i < reference.columns().size(); i++) {
      if (!reference.columns().get(i).identifier()) {
        tested.add(i);
        tests.add(new SequentialTest(generated.symbols(i)));
      }
    }
  }

  /**
   * A comparison that has seen no generated row.
   *
   * @param real the real data, which is read to fit edges and to draw rows
   * @param generatedSchema the columns of the generated batches
   * @param matching the columns to compare
   * @param scorer its bins and seed are taken
   * @throws io.lanewise.column.DataException where the data cannot be read
   * @throws IllegalArgumentException if there are fewer than 2 real rows
   */
  public static SequentialComparison of(
      Table real, Schema generatedSchema, ColumnMatching matching, Scorer scorer) {
    ReferenceFitter fitter =
        new ReferenceFitter(scorer.bins(), PairPlan.NONE, scorer.seed(), scorer.threads());
    HeldOutRows heldOut = HeldOutRows.of(real, matching.plans(), fitter, scorer.kernels());
    int[] positions =
        matching.matches().stream().mapToInt(ColumnMatch::generatedPosition).toArray();
    return new SequentialComparison(
        heldOut,
        new SymbolRows(
            heldOut.reference(), generatedSchema, positions, heldOut.size(), scorer.kernels()));
  }

  /** Takes the rows of a batch, in their order; they count when {@link #advance} reaches them. */
  public void accept(ColumnBatch batch) {
    generated.add(batch, 0, Math.min(batch.rowCount(), generated.room()));
  }

  /**
   * Looks: counts generated rows up to one of them.
   *
   * @param rows how many of the rows that were taken count, from the first
   */
  public void advance(long rows) {
    int until = (int) Math.min(rows, generated.size());
    for (; pairs < until; pairs++) {
      for (int i = 0; i < tests.size(); i++) {
        int column = tested.get(i);
        tests.get(i).add(real.symbol(column, pairs), generated.symbol(column, pairs));
      }
    }
    largestLog = Math.max(largestLog, logEvidence());
  }

  /** Logarithm of the mean evidence of all columns. */
  private double logEvidence() {
    double largest = tests.stream().mapToDouble(SequentialTest::logEvidence).max().orElse(0);
    double sum = 0;
    for (SequentialTest test : tests) {
      sum += StrictMath.exp(test.logEvidence() - largest);
    }
    return tests.isEmpty() ? 0 : largest + StrictMath.log(sum / tests.size());
  }

  /** How many pairs of rows count. */
  public long pairs() {
    return pairs;
  }

  /** Whether the real rows are used up. */
  public boolean isExhausted() {
    return pairs == real.size();
  }

  /**
   * Returns the p-value of "no column differs", valid at any time.
   *
   * @return 1 over the largest mean evidence at any look until now, at most 1; without unit
   */
  public double pValue() {
    return Math.min(1, StrictMath.exp(-largestLog));
  }

  /** The p-value of one column, valid at any time if it is the only one that is looked at. */
  public List<ColumnPValue> columns() {
    List<ColumnPValue> values = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      String name = real.reference().columns().get(tested.get(i)).name();
      values.add(new ColumnPValue(name, tests.get(i).pValue()));
    }
    return values;
  }

  /**
   * What one column says.
   *
   * @param name the column
   * @param pValue of "this column does not differ"
   */
  public record ColumnPValue(String name, double pValue) {}
}
