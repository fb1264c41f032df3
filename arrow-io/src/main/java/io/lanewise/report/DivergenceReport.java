package io.lanewise.report;

import io.lanewise.measure.WeightStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What two columns of weights amount to, for people and as JSON, schema {@value #SCHEMA}.
 *
 * @param source where the columns are
 * @param p name of the column of p
 * @param q name of the column of q
 * @param rows how many symbols there are
 * @param result the measures, in nats
 * @param unit in which they are shown
 * @param version of Lanewise
 */
public record DivergenceReport(
    String source,
    String p,
    String q,
    long rows,
    WeightStream.Result result,
    InformationUnit unit,
    String version) {

  /** Name and version of the JSON's form. */
  public static final String SCHEMA = "lanewise.divergence/1";

  private Figures figures() {
    return new Figures(
        List.of(
            figure("entropyP", "entropy of p", "-sum p log p", result.entropyP()),
            figure("entropyQ", "entropy of q", "-sum q log q", result.entropyQ()),
            figure("crossEntropy", "cross-entropy", "-sum p log q", result.crossEntropy()),
            figure("klPQ", "KL(p|q)", "sum p log(p/q)", result.klPq()),
            figure("klQP", "KL(q|p)", "sum q log(q/p)", result.klQp()),
            figure("js", "JS", "KL(p|m)/2 + KL(q|m)/2, m = (p+q)/2", result.js()),
            new Figure(
                "totalVariation",
                "total variation",
                "1/2 sum |p - q|, without a unit",
                result.totalVariation())));
  }

  private Figure figure(String jsonName, String words, String definition, double nats) {
    return new Figure(jsonName, words, definition, unit.of(nats));
  }

  /** For people, in characters that their output has. */
  public String text(Glyphs glyphs) {
    return figures()
        .text(
            String.format(
                Locale.ROOT,
                "%s: p = '%s', q = '%s', %,d symbols, in %s",
                glyphs.name(source),
                glyphs.name(p),
                glyphs.name(q),
                rows,
                unit.label()));
  }

  /** As JSON, and a line feed. */
  public String json() {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("source", source);
    words.put("p", p);
    words.put("q", q);
    words.put("rows", rows);
    return figures().json(SCHEMA, unit, words, version);
  }
}
