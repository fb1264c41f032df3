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
        "jsInterval", "where the js of the two distributions lies, with 95 % confidence");
    definitions.put("insideNoise", "pAdjusted >= 0.05: both sides may come from one distribution");
    definitions.put("tooFewRows", "insideNoise, and yet jsInterval reaches above 0.1 bits");
    definitions.put(
        "contributions",
        "what symbols add to the measures, the costliest by js first: "
            + JsonReport.SYMBOLS
            + " of them, all with --counts or --explain; to klRealGenerated, p {log}(p/q) - (p - q){nat}, which adds up to the same and is never negative;"
                .replace("{log}", log(context))
                .replace("{nat}", context.unit() == InformationUnit.BITS ? " / ln 2" : "")
            + " unseen: p = 0; missing: q = 0");
    definitions.put(
        "edges",
        "inner edges; bins are [e_i, e_i+1), the last closed; below and above are symbols");
    for (PairMeasure measure : PairMeasure.values()) {
      definitions.put("pairs." + measure.jsonName(), filled(measure, context));
    }
    definitions.put(
        "pairs.insideNoise", "pAdjusted >= 0.05: both sides may come from one joint distribution");
    definitions.put(
        "pairs.contributions",
        "what the "
            + JsonReport.CELLS
            + " costliest cells add to the measures of the joint distributions");
    for (SummaryMeasure measure : SummaryMeasure.values()) {
      definitions.put(measure.jsonName(), filled(measure, context));
    }
    definitions.put("estimator", "how entropies and mutual information are corrected");
    definitions.put(
        "gates", "what became of each rule; no value: nothing was generated that could have one");
    return definitions;
  }

  private static String filled(Measure<?> measure, ReportContext context) {
    String added = context.smoothing().isPresent() ? "" + context.smoothing().getAsDouble() : "";
    return measure.definition().replace("{log}", log(context)).replace("{added}", added);
  }

  private static String log(ReportContext context) {
    return context.unit() == InformationUnit.BITS ? "log2" : "ln";
  }
}
