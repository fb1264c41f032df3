package io.lanewise.fuzz;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.reliability.Measured;
import io.lanewise.reliability.Promise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No input that a coverage-guided fuzzer comes to does harm. Under {@code -Pfull} each target has a
 * run of its own; {@code -Dlanewise.fuzzing.seconds=300} sets how long, and {@code
 * -Dlanewise.fuzzing.targets=SPEC,RULES} which.
 */
class FuzzingTest {

  private static final int SECONDS =
      Integer.getInteger("lanewise.fuzzing.seconds", Measured.amount(0, 600));

  /** The same in every build; a long run is to go where none has been, which 0 asks for. */
  private static final int SEED = Measured.amount(20_261_122, 0);

  private static final String CHOSEN = System.getProperty("lanewise.fuzzing.targets", "");

  /** Otherwise the fuzzer would only learn how inputs are refused. */
  @ParameterizedTest
  @EnumSource
  void everySeedIsAccepted(Loader loader) throws IOException {
    FuzzTarget target = loader.target();
    for (byte[] seed : target.seeds()) {
      assertTrue(target.feed(seed));
    }
  }

  @Test
  @EnabledIf("io.lanewise.reliability.Measured#isFull")
  void aBugIsFound() throws IOException, InterruptedException {
    Fuzzing fuzzing = Fuzzing.run(Loader.CANARY, 60, 1);
    assertTrue(fuzzing.found(), fuzzing::toString);
    assertTrue(fuzzing.log().contains("the canary sings"), fuzzing::toString);
  }

  @Test
  void nothingIsFound() throws IOException, InterruptedException, ExecutionException {
    EnumSet<Loader> chosen = loaders();
    List<Fuzzing> results = fuzz(chosen);
    assertAll(results.stream().map(result -> (Executable) () -> check(result)));
    Measured.keep(
        Promise.FUZZING,
        getClass(),
        String.format(
            Locale.ROOT,
            "%d targets, %s%,d inputs, 0 findings",
            chosen.contains(Loader.ANY) ? Loader.EACH.size() : chosen.size(),
            SECONDS == 0 ? "" : SECONDS + " s each, ",
            results.stream().mapToLong(Fuzzing::inputs).sum()));
  }

  private static EnumSet<Loader> loaders() {
    if (!CHOSEN.isEmpty()) {
      EnumSet<Loader> chosen = EnumSet.noneOf(Loader.class);
      for (String name : CHOSEN.split(",", -1)) {
        chosen.add(Loader.valueOf(name));
      }
      return chosen;
    }
    return Measured.isFull() ? EnumSet.copyOf(Loader.EACH) : EnumSet.of(Loader.ANY);
  }

  private static List<Fuzzing> fuzz(EnumSet<Loader> loaders)
      throws InterruptedException, ExecutionException {
    try (ExecutorService pool =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<Fuzzing>> started =
          loaders.stream()
              .map(loader -> pool.submit(() -> Fuzzing.run(loader, SECONDS, SEED)))
              .toList();
      List<Fuzzing> results = new ArrayList<>();
      for (Future<Fuzzing> fuzzing : started) {
        results.add(fuzzing.get());
      }
      return results;
    }
  }

  /** Nothing was found, and not because nothing was tried. */
  private static void check(Fuzzing fuzzing) throws IOException {
    assertFalse(fuzzing.found(), fuzzing::toString);
    assertTrue(fuzzing.inputs() > fuzzing.loader().target().seeds().size(), fuzzing::toString);
    int[] covered = fuzzing.covered();
    assertTrue(covered[0] > 10 && covered[1] > covered[0], fuzzing::toString);
    System.out.printf(
        Locale.ROOT,
        "%s: %,d inputs, %d places reached, %d of them by the seeds%n",
        fuzzing.loader(),
        fuzzing.inputs(),
        covered[1],
        covered[0]);
  }
}
