package io.lanewise.report;

import io.lanewise.evaluate.Standings;
import java.util.List;

/**
 * What a report on ranked sets says.
 *
 * @param realSource where the real data came from
 * @param standings the sets in their order
 * @param unit the unit of information
 * @param warnings what the reader of the inputs had to say
 * @param kernels which kernels computed the numbers
 * @param version which Lanewise did
 */
public record RankReport(
    String realSource,
    Standings standings,
    InformationUnit unit,
    List<String> warnings,
    String kernels,
    String version) {

  /** Copies the list. */
  public RankReport {
    warnings = List.copyOf(warnings);
  }
}
