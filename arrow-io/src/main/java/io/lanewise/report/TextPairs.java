package io.lanewise.report;

import io.lanewise.evaluate.PairScore;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.profile.PairPlan;
import java.io.IOException;
import java.util.List;

/** The pairs of columns whose dependence changed most. */
record TextPairs(ReportContext context, TextLines lines) {

  static final int SHOWN = 10;

  private static final int NAME = 26;

  void write(Scorecard card) throws IOException {
    if (card.generatedRows() == 0) {
      return;
    }
    lines.blank();
    if (card.pairs().isEmpty()) {
      lines.line("dependence: %s", Ranking.absence(card));
      return;
    }
    List<PairScore> shown = Ranking.pairs(card).stream().limit(SHOWN).toList();
    int x = width(shown.stream().map(PairScore::nameX).toList(), "dependence of");
    int y = width(shown.stream().map(PairScore::nameY).toList(), "and");
    String unit = context.unit().label();
    String above = lines.fit("dependence of", x) + " " + lines.fit("and", y);
    cells(above, "I real", "I gen", "change", "p", "JS", "noise", "");
    cells(" ".repeat(x + 1 + y), unit, unit, unit, "", unit, unit, "");
    for (PairScore pair : shown) {
      row(lines.fit(pair.nameX(), x) + " " + lines.fit(pair.nameY(), y), pair);
    }
    if (shown.stream().anyMatch(pair -> Mark.of(pair) == Mark.INSIDE_NOISE)) {
      lines.line("%s", Mark.INSIDE_NOISE.legend("pairs"));
    }
    lines.line(
        "I: mutual information, corrected (%s); p: chance of such a change of I if there is none",
        context.estimator().name());
    lines.line("sentences name the I of the samples, uncorrected");
    int pairs = card.pairs().size();
    if (pairs > SHOWN) {
      lines.line(
          "the %d of %s pairs whose I changed most; JSON has all of them",
          SHOWN, Numbers.count(pairs));
    }
    long columns = Ranking.averaged(card);
    long possible = columns * (columns - 1) / 2;
    if (pairs < possible) {
      String among =
          columns > PairPlan.COLUMNS
              ? ", among the %d columns of largest entropy".formatted(PairPlan.COLUMNS)
              : "";
      lines.line(
          "of %s pairs of columns, these %s depend most on each other in the real data%s",
          Numbers.count(possible), Numbers.count(pairs), among);
    }
  }

  private int width(List<String> names, String title) {
    int longest =
        names.stream().mapToInt(name -> Glyphs.width(lines.glyphs().name(name))).max().orElse(0);
    return Math.clamp(longest, title.length(), NAME);
  }

  private void cells(Object... cells) throws IOException {
    lines.line("%s %6s %6s %7s %6s  %6s %6s %s", cells);
  }

  private void row(String label, PairScore pair) throws IOException {
    cells(
        label,
        Numbers.measure(value(PairMeasure.MUTUAL_INFORMATION_REAL_CORRECTED, pair)),
        Numbers.measure(value(PairMeasure.MUTUAL_INFORMATION_GENERATED_CORRECTED, pair)),
        Numbers.signed(value(PairMeasure.MUTUAL_INFORMATION_CHANGE, pair)),
        Numbers.probability(value(PairMeasure.MUTUAL_INFORMATION_CHANGE_P_VALUE, pair)),
        Numbers.measure(value(PairMeasure.JS, pair)),
        Numbers.measure(value(PairMeasure.JS_NOISE_FLOOR, pair)),
        Mark.of(pair).sign());
  }

  private double value(PairMeasure measure, PairScore pair) {
    return measure.value(pair, context.unit()).orElse(Double.NaN);
  }
}
