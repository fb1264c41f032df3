package io.lanewise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.BatchBuilder;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.Table;
import io.lanewise.profile.Profile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Scores of counts that no double holds. */
class LargeScoresTest {

  /** Each of two ways to add up some hundred terms is off by 6e-15 at most. */
  private static final double TWO_WAYS = 1.2e-14;

  private final StreamingEvaluator evaluator;
  private final Profile real;
  private final Profile generated;

  LargeScoresTest() {
    Table table = Table.of("real", List.of(batch(401, 0)));
    evaluator = StreamingEvaluator.fit(table, table.schema(), Scorer.ofDefaults());
    evaluator.acceptGenerated(batch(303, 5));
    real = evaluator.real();
    generated = evaluator.generated();
  }

  private static ColumnBatch batch(int rows, int shift) {
    return new BatchBuilder(rows)
        .longs("k", IntStream.range(0, rows).mapToLong(row -> row * row % 97 + shift).toArray())
        .texts(
            "t",
            IntStream.range(0, rows)
                .mapToObj(row -> "v" + row % (9 + shift))
                .toArray(String[]::new))
        .build();
  }

  private static Profile doubled(Profile profile, int times) {
    Profile sum = profile;
    for (int i = 0; i < times; i++) {
      sum = sum.plus(sum);
    }
    return sum;
  }

  private Scorecard score(Profile ofReal, Profile ofGenerated) {
    return Scorer.ofDefaults().score(evaluator.matching(), ofReal, ofGenerated);
  }

  @Test
  void measuresDoNotSeeHowManyRowsThereAre() {
    Scorecard once = score(real, generated);
    // Past 2^31 on both sides, past 2^53 on one and on both.
    for (int[] times : new int[][] {{24, 24}, {48, 20}, {20, 48}, {50, 50}}) {
      Scorecard often = score(doubled(real, times[0]), doubled(generated, times[1]));
      for (int i = 0; i < once.columns().size(); i++) {
        Comparison a = Scores.comparison(once.columns().get(i));
        Comparison b = Scores.comparison(often.columns().get(i));
        assertNear(a.js(), b.js());
        assertNear(a.crossEntropy(), b.crossEntropy());
        assertNear(a.klRealGenerated(), b.klRealGenerated());
        assertNear(a.totalVariation(), b.totalVariation());
        assertNear(a.unseenMass(), b.unseenMass());
        assertNear(once.columns().get(i).entropyReal(), often.columns().get(i).entropyReal());
        assertTrue(b.jsInterval().lower() <= b.js() && b.js() <= b.jsInterval().upper());
      }
      PairScore a = once.pairs().getFirst();
      PairScore b = often.pairs().getFirst();
      assertNear(compared(a).js(), compared(b).js());
      assertNear(a.real().jointEntropy(), b.real().jointEntropy());
      assertNear(a.real().conditionalEntropyYGivenX(), b.real().conditionalEntropyYGivenX());
      assertNear(a.real().conditionalEntropyXGivenY(), b.real().conditionalEntropyXGivenY());
      assertNear(a.real().mutualInformation(), b.real().mutualInformation());
      assertEquals(0, compared(b).noise().pValue());
    }
  }

  private static PairComparison compared(PairScore pair) {
    return Objects.requireNonNull(pair.comparison());
  }

  private static void assertNear(double expected, double found) {
    if (Double.isInfinite(expected)) {
      assertEquals(expected, found);
    } else {
      assertEquals(expected, found, TWO_WAYS * expected);
    }
  }

  /**
   * 150 rows more, of 2^58: what they change is 1e-31 of a nat. To second order {@code JS = 1/4 sum
   * (p-q)^2 / (p+q)}; the next term is 1e-30 of that.
   */
  @Test
  void aFewRowsOfManyAreSeen() {
    Profile many = doubled(real, 50);
    Scorecard same = score(many, many.plus(real));
    assertEquals(0, Scores.comparison(same.columns().getFirst()).js());
    assertEquals(0, compared(same.pairs().getFirst()).js());
    evaluator.resetGenerated();
    evaluator.acceptGenerated(batch(150, 0));
    Profile more = many.plus(evaluator.generated());
    Scorecard card = score(many, more);
    ColumnScore column = card.columns().getFirst();
    assertNear(
        js(
            column.counts().stream().mapToLong(SymbolCount::real).toArray(),
            column.counts().stream().mapToLong(SymbolCount::generated).toArray()),
        Scores.comparison(column).js());
    PairScore pair = card.pairs().getFirst();
    assertNear(js(pair.cells().real(), pair.cells().generated()), compared(pair).js());
  }

  private static double js(long[] p, long[] q) {
    MathContext digits = new MathContext(60);
    BigDecimal rows = BigDecimal.valueOf(LongStream.of(p).sum());
    BigDecimal otherRows = BigDecimal.valueOf(LongStream.of(q).sum());
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < p.length; i++) {
      BigDecimal x = BigDecimal.valueOf(p[i]).divide(rows, digits);
      BigDecimal y = BigDecimal.valueOf(q[i]).divide(otherRows, digits);
      if (p[i] > 0) {
        sum = sum.add(x.subtract(y).pow(2).divide(x.add(y), digits));
      }
    }
    return sum.doubleValue() / 4;
  }
}
