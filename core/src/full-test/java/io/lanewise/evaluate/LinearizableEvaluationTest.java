package io.lanewise.evaluate;

import io.lanewise.reliability.Measured;
import io.lanewise.reliability.Promise;
import java.io.IOException;
import java.util.Locale;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Whatever two threads do with an evaluator at once, they see what some order of the same
 * operations would have shown them.
 */
class LinearizableEvaluationTest {

  /** Random sequences of operations for each thread. */
  private static final int SCENARIOS = 100;

  /** How often each is run. */
  private static final int INVOCATIONS = 1_000;

  private static final int THREADS = 2;

  @Test
  void everyOutcomeIsThatOfSomeOrder() throws IOException {
    new StressOptions()
        .iterations(SCENARIOS)
        .invocationsPerIteration(INVOCATIONS)
        .threads(THREADS)
        .actorsBefore(1)
        .actorsPerThread(3)
        .actorsAfter(1)
        .check(EvaluatorOperations.class);
    Measured.keep(
        Promise.CONCURRENCY,
        getClass(),
        String.format(
            Locale.ROOT,
            "%d threads, %d x %,d invocations, 0 violations",
            THREADS,
            SCENARIOS,
            INVOCATIONS));
  }
}
