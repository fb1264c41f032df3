package io.lanewise.report;

import io.lanewise.measure.LogitStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a discriminator's logits amount to, for people and as JSON, schema {@value #SCHEMA}.
 *
 * @param source where the columns are
 * @param logits name of the column of logits
 * @param labels name of the column of labels
 * @param result the numbers, in nats
 * @param unit in which they are shown
 * @param version of Lanewise
 */
public record LogitReport(
    String source,
    String logits,
    String labels,
    LogitStream.Result result,
    InformationUnit unit,
    String version) {

  /** Name and version of the JSON's form. */
  public static final String SCHEMA = "lanewise.logits/1";

  private Figures figures() {
    return new Figures(
        List.of(
            new Figure("real", "real rows", "sum of the labels y", result.real()),
            new Figure("generated", "generated rows", "sum of 1 - y", result.generated()),
            information(
                "crossEntropy",
                "cross-entropy",
                "-mean [y log D + (1-y) log(1-D)], D = 1/(1 + e^-logit)",
                result.crossEntropy()),
            new Figure(
                "accuracy",
                "accuracy",
                "share of rows whose logit is on the label's side of 0; 0 counts half",
                result.accuracy()),
            information(
                "value",
                "GAN value V",
                "E_real log D + E_generated log(1-D); -2 log 2 where D cannot tell",
                result.value().orElse(Double.NaN)),
            information(
                "jsLowerBound",
                "JS at least",
                "(V + 2 log 2)/2, or 0: what this D proves of real and generated rows",
                result.jsLowerBound().orElse(Double.NaN)),
            information(
                "jsLowerLimit",
                "its lower limit",
                "one-sided, 95 %, for rows that D was not trained on",
                result.jsLowerLimit().orElse(Double.NaN))));
  }

  private Figure information(String jsonName, String words, String definition, double nats) {
    return new Figure(jsonName, words, definition, unit.of(nats));
  }

  /** For people, in characters that their output has. */
  public String text(Glyphs glyphs) {
    String heading =
        String.format(
            Locale.ROOT,
            "%s: logits = '%s', labels = '%s', %,d rows, in %s",
            glyphs.name(source),
            glyphs.name(logits),
            glyphs.name(labels),
            result.rows(),
            unit.label());
    return figures().text(heading) + note();
  }

  private String note() {
    if (result.value().isEmpty()) {
      String side = result.real() > 0 ? "generated" : "real";
      return "\nno row is " + side + ": V and its bound need both sides\n";
    }
    return result.jsLowerBound().isEmpty()
        ? "\nlabels between 0 and 1 mix the sides, so V proves no distance\n"
        : "";
  }

  /** As JSON, and a line feed. */
  public String json() {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("source", source);
    words.put("logits", logits);
    words.put("labels", labels);
    words.put("rows", result.rows());
    return figures().json(SCHEMA, unit, words, version);
  }
}
