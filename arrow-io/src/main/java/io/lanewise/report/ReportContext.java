package io.lanewise.report;

import io.lanewise.measure.EntropyEstimator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a report says beside the scorecard's numbers.
 *
 * @param realSource where the real data came from
 * @param generatedSource where the generated data came from
 * @param unit the unit of information
 * @param withCounts whether the counts of all symbols are wanted
 * @param smoothing what was added to every count for the smoothed KL, where that was asked for
 * @param paired whether rows were compared that belong together
 * @param estimator corrected entropies and mutual information
 * @param explain names of the columns whose symbols are wanted
 * @param gates what became of the rules
 * @param warnings what the reader of the inputs had to say
 * @param kernels which kernels computed the numbers
 * @param version which Lanewise did
 */
public record ReportContext(
    String realSource,
    String generatedSource,
    InformationUnit unit,
    boolean withCounts,
    OptionalDouble smoothing,
    boolean paired,
    EntropyEstimator estimator,
    List<String> explain,
    List<GateResult> gates,
    List<String> warnings,
    String kernels,
    String version) {

  /** Copies the lists. */
  public ReportContext {
    explain = List.copyOf(explain);
    gates = List.copyOf(gates);
    warnings = List.copyOf(warnings);
  }
}
