package io.lanewise.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What each number of a report means, in one line. */
final class Definitions {

  /** The numbers that need both sides, in the order of the JSON. */
  static final List<String> OF_COMPARISON =
      List.of(
          "crossEntropy",
          "klRealGenerated",
          "klGeneratedReal",
          "js",
          "jsDistance",
          "totalVariation",
          "hellinger",
          "psi",
          "chiSquare",
          "ks",
          "wasserstein",
          "unseenMass",
          "missingMass");

  private Definitions() {}

  /** Definitions by the number's name; p is the real data, q the generated. */
  static Map<String, String> of(InformationUnit unit, OptionalDouble smoothing) {
    String log = unit == InformationUnit.BITS ? "log2" : "ln";
    Map<String, String> definitions = new LinkedHashMap<>();
    definitions.put("p", "share of each symbol in the real data");
    definitions.put("q", "share of each symbol in the generated data");
    definitions.put("symbols", "number of symbols that occur on either side; null is one");
    definitions.put("identifier", "nearly all real values are distinct: left out of averages");
    definitions.put("folded", "too many distinct values: rare ones are counted in hash buckets");
    definitions.put("entropyReal", "-sum p " + log + " p, with 0 " + log + " 0 = 0");
    definitions.put("entropyGenerated", "-sum q " + log + " q");
    definitions.put("crossEntropy", "-sum p " + log + " q");
    definitions.put("klRealGenerated", "sum p " + log + "(p/q); Infinity where q = 0 < p");
    definitions.put("klGeneratedReal", "sum q " + log + "(q/p); Infinity where p = 0 < q");
    definitions.put("js", "KL(p|m)/2 + KL(q|m)/2 with m = (p+q)/2");
    definitions.put("jsDistance", "square root of js");
    definitions.put("totalVariation", "sum |p-q| / 2");
    definitions.put("hellinger", "sqrt(sum (sqrt p - sqrt q)^2 / 2)");
    definitions.put("psi", "sum (p-q) ln(p/q), always in nats; Infinity where p or q is 0");
    definitions.put("chiSquare", "Pearson's X^2 of the 2 x symbols table of counts");
    definitions.put("ks", "max |F-G| over the edges, null and NaN left out");
    definitions.put(
        "wasserstein",
        "sum |F-G| (width of bin) over the inner edges, in the column's unit, null and NaN left"
            + " out");
    definitions.put("unseenMass", "share of generated rows whose symbol has p = 0");
    definitions.put("missingMass", "share of real rows whose symbol has q = 0");
    definitions.put(
        "edges",
        "inner edges; bins are [e_i, e_i+1), the last closed; below and above are symbols");
    if (smoothing.isPresent()) {
      definitions.put(
          "klSmoothed",
          "klRealGenerated after "
              + smoothing.getAsDouble()
              + " is added to the counts of every symbol on both sides, those of empty bins too");
    }
    definitions.put(
        "columnFidelity", "mean of 1 - js in bits over columns that are no identifiers");
    return definitions;
  }
}
