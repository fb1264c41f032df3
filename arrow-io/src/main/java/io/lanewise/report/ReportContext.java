package io.lanewise.report;

/**
 * What a report says beside the scorecard's numbers.
 *
 * @param realSource where the real data came from
 * @param generatedSource where the generated data came from
 * @param unit the unit of information
 * @param withCounts whether the counts of all symbols are wanted
 * @param kernels which kernels computed the numbers
 * @param version which Lanewise did
 */
public record ReportContext(
    String realSource,
    String generatedSource,
    InformationUnit unit,
    boolean withCounts,
    String kernels,
    String version) {}
