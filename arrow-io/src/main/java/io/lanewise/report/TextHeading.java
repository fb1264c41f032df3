package io.lanewise.report;

import io.lanewise.evaluate.PairScore;
import io.lanewise.evaluate.Scorecard;
import io.lanewise.evaluate.Summary;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalDouble;

/** What is compared, and the score in a few numbers. */
record TextHeading(ReportContext context, TextLines lines) {

  private static final String BELOW = " ".repeat(20);

  void write(Scorecard card) throws IOException {
    lines.side("real", context.realSource(), card.realRows());
    lines.side("generated", context.generatedSource(), card.generatedRows());
    Summary summary = card.summary();
    String fidelity = score(summary.fidelity());
    long columns = Ranking.averaged(card);
    if (card.pairs().isEmpty()) {
      lines.line(
          "%-10s %s   mean of 1 - JS in bits over %s",
          "fidelity", fidelity, columns == 1 ? "1 column" : Numbers.count(columns) + " columns");
    } else {
      lines.line(
          "%-10s %s   columns %s (%s), pairs %s (%s): means of 1 - JS in bits",
          "fidelity",
          fidelity,
          score(summary.columnFidelity()),
          Numbers.count(columns),
          score(summary.pairFidelity()),
          Numbers.count(card.pairs().size()));
    }
    if (summary.fidelityCeiling().isPresent()) {
      lines.line(
          "%s1 is the same; a perfect generator would score %s at these row counts",
          BELOW, score(summary.fidelityCeiling()));
    }
    if (!card.pairs().isEmpty() && card.generatedRows() > 0) {
      dependence(card, summary);
    }
  }

  private void dependence(Scorecard card, Summary summary) throws IOException {
    if (summary.lostDependence().isEmpty()) {
      lines.line("%-9s %8s  the columns of the real data do not depend on each other", "lost", "-");
      return;
    }
    double dependence = 0;
    for (PairScore pair : card.pairs()) {
      dependence += pair.real().mutualInformationMillerMadow();
    }
    lines.line(
        "%-9s %8s  of the real dependence: %s %s of mutual information over all pairs",
        "lost",
        Numbers.percent(summary.lostDependence().getAsDouble()),
        Numbers.measure(context.unit().of(dependence)),
        context.unit().label());
    lines.line(
        "%-9s %8s  on top of it, where the real data has less dependence",
        "invented", Numbers.percent(summary.inventedDependence().orElse(0)));
    lines.line(
        "%sof each, chance alone would make %s at these row counts",
        BELOW, Numbers.percent(summary.dependenceNoise().orElse(0)));
  }

  private static String score(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "-";
  }
}
