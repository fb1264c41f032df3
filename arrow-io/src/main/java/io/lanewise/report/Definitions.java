package io.lanewise.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** What each field of the JSON means, in one line. */
final class Definitions {

  private Definitions() {}

  /**
   * Definitions by the field's name, behind "pairs." where it is one of a pair; p is the real data,
   * q the generated.
   */
  static Map<String, String> of(ReportContext context) {
    Map<String, String> definitions = new LinkedHashMap<>();
    definitions.put("p", "share of each symbol in the real data");
    definitions.put("q", "share of each symbol in the generated data");
    definitions.put("identifier", "nearly all real values are distinct: left out of averages");
    definitions.put("folded", "too many distinct values: rare ones are counted in hash buckets");
    for (ColumnMeasure measure : ColumnMeasure.values()) {
      if (JsonReport.shows(measure, context)) {
        definitions.put(measure.jsonName(), filled(measure, context));
      }
    }
    definitions.put(
        "edges",
        "inner edges; bins are [e_i, e_i+1), the last closed; below and above are symbols");
    for (SummaryMeasure measure : SummaryMeasure.values()) {
      definitions.put(measure.jsonName(), filled(measure, context));
    }
    return definitions;
  }

  private static String filled(Measure<?> measure, ReportContext context) {
    String log = context.unit() == InformationUnit.BITS ? "log2" : "ln";
    String added = context.smoothing().isPresent() ? "" + context.smoothing().getAsDouble() : "";
    return measure.definition().replace("{log}", log).replace("{added}", added);
  }
}
