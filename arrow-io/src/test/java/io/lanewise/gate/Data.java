package io.lanewise.gate;

import io.lanewise.column.MemoryColumn;
import io.lanewise.column.MemoryTable;
import io.lanewise.evaluate.ColumnMatching;
import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.evaluate.RowPairScorer;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Scorer;
import io.lanewise.kernel.Kernels;
import io.lanewise.measure.EntropyEstimator;
import io.lanewise.profile.PairPlan;
import io.lanewise.report.GateResult;
import io.lanewise.report.InformationUnit;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A pair of tables to check and evaluate rules on.
 *
 * @param real the real data
 * @param generated the generated data
 * @param selection which columns, and how
 */
record Data(MemoryTable real, MemoryTable generated, ColumnSelection selection) {

  static Data of(List<MemoryColumn> real, List<MemoryColumn> generated) {
    return new Data(
        MemoryTable.of("real", real.toArray(MemoryColumn[]::new)),
        MemoryTable.of("generated", generated.toArray(MemoryColumn[]::new)),
        ColumnSelection.ALL);
  }

  Data with(ColumnSelection other) {
    return new Data(real, generated, other);
  }

  /** The rules, checked as they are before a row is counted. */
  List<Rule> check(String... rules) {
    ColumnMatching matching = ColumnMatching.of(real.schema(), generated.schema(), selection);
    return new RuleCheck(
            new ScoredColumns(matching), matching.matches().size() > 1, true, isPaired())
        .check(List.of(rules).stream().map(rule -> RuleParser.parse("--fail-if", rule)).toList());
  }

  /** Whether rows may belong together, which then is taken for granted. */
  private boolean isPaired() {
    return real.rowCount() == generated.rowCount();
  }

  Scorecard card() {
    Scorer scorer =
        new Scorer(
            selection,
            64,
            PairPlan.AUTOMATIC,
            OptionalDouble.of(0.5),
            EntropyEstimator.MILLER_MADOW,
            0,
            1,
            Kernels.scalar());
    return isPaired()
        ? new RowPairScorer(scorer).score(real, generated, rows -> {})
        : scorer.score(real, generated);
  }

  GateResult gate(String rule) {
    return gate(rule, InformationUnit.BITS);
  }

  GateResult gate(String rule, InformationUnit unit) {
    return Gates.evaluate(check(rule), card(), unit).getFirst();
  }

  boolean crosses(String rule) {
    return gate(rule).crossed();
  }

  /** The names of the columns that cross a rule. */
  List<String> columns(String rule) {
    return gate(rule).violations().stream()
        .map(violation -> String.valueOf(violation.column()))
        .toList();
  }
}
