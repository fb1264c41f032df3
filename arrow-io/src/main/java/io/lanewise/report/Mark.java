package io.lanewise.report;

import io.lanewise.evaluate.ColumnScore;
import io.lanewise.evaluate.Comparison;
import io.lanewise.evaluate.PairComparison;
import io.lanewise.evaluate.PairScore;

/** Whether a difference is one, or chance. */
enum Mark {
  /** Nothing to add: the difference is beyond the noise, or nothing was generated. */
  NONE(" ", "", ""),
  /** Both sides may well come from one distribution. */
  INSIDE_NOISE("=", "inside the noise", "p >= 0.05 after Benjamini-Hochberg over "),
  /** So they may, and they may as well differ by much. */
  TOO_FEW_ROWS(
      "?",
      "too few rows to tell",
      "inside the noise, and yet the 95 % interval of JS reaches above 0.1 bits");

  private final String sign;
  private final String words;
  private final String rule;

  Mark(String sign, String words, String rule) {
    this.sign = sign;
    this.words = words;
    this.rule = rule;
  }

  static Mark of(ColumnScore column) {
    Comparison comparison = column.comparison();
    if (comparison == null || !comparison.noise().insideNoise()) {
      return NONE;
    }
    return comparison.tooFewRows() ? TOO_FEW_ROWS : INSIDE_NOISE;
  }

  static Mark of(PairScore pair) {
    PairComparison comparison = pair.comparison();
    return comparison != null && comparison.noise().insideNoise() ? INSIDE_NOISE : NONE;
  }

  /** One character, in every charset. */
  String sign() {
    return sign;
  }

  /** The same in words. */
  String words() {
    return words;
  }

  /** When it is said; {@code among} is what was tested together. */
  String rule(String among) {
    return this == INSIDE_NOISE ? rule + among : rule;
  }

  /** The sign, the words, and when they are said. */
  String legend(String among) {
    return sign + " " + words + ": " + rule(among);
  }
}
