package io.lanewise.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.measure.Divergence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When trainings are over, and the rules for it. */
class EndingTest {

  @Test
  void patienceCountsLinesSinceTheBest() {
    TrainingPlan plan = plan(100, 3, null);
    List<TrainingLine> lines = new ArrayList<>();
    assertNull(Ending.of(plan, lines));
    for (boolean best : new boolean[] {true, false, false, true, false, false}) {
      lines.add(line(lines.size() + 1, 0.5, best));
      assertNull(Ending.of(plan, lines));
    }
    lines.add(line(7, 0.5, false));
    assertEquals(Ending.PATIENCE, Ending.of(plan, lines));
  }

  @Test
  void theLastEpochEnds() {
    TrainingPlan plan = plan(2, 3, null);
    assertNull(Ending.of(plan, List.of(line(1, 0.5, true))));
    assertEquals(Ending.EPOCHS, Ending.of(plan, List.of(line(2, 0.5, true))));
  }

  @Test
  void aRuleThatIsMetEnds() {
    TrainingPlan plan = plan(9, 3, "js<0.01");
    double bit = Divergence.LN2;
    assertNull(Ending.of(plan, List.of(line(1, 0.0101 * bit, true))));
    assertNull(Ending.of(plan, List.of(line(1, Double.NaN, true))));
    assertEquals(Ending.RULE, Ending.of(plan, List.of(line(1, 0.0099 * bit, true))));
    assertEquals(Ending.RULE, Ending.of(plan(9, 3, "epoch > 3"), List.of(line(4, 1, true))));
  }

  @Test
  void lostNumbersEnd() {
    TrainingLine lost =
        new TrainingLine(line(1, 0.5, false).figures(), Set.of(Alarm.DIVERGED), false);
    assertEquals(Ending.DIVERGED, Ending.of(plan(1, 3, "js<1"), List.of(lost)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "js", "js<", "js=1", "js<<1", "jss<1", "js<one", "js<NaN", "js<1e999"})
  void whatIsNoRuleIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> StopRule.parse(text, 1));
  }

  private static TrainingPlan plan(int epochs, int patience, @Nullable String rule) {
    return new TrainingPlan(
        epochs,
        1,
        patience,
        Optional.ofNullable(rule).map(text -> StopRule.parse(text, Divergence.LN2)),
        1,
        1);
  }

  private static TrainingLine line(int epoch, double js, boolean best) {
    TrainingFigures figures = new TrainingFigures();
    figures.put(TrainingMeasure.EPOCH, epoch);
    figures.put(TrainingMeasure.JS, js);
    return new TrainingLine(figures, Set.of(), best);
  }
}
