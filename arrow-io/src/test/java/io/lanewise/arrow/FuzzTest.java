package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged inputs are read or refused, whatever the damage. */
class FuzzTest {

  private static final int ROUNDS = 1_000;

  @Test
  void damagedInputsAreReadOrRefused() throws IOException {
    long seed = 20_260_101;
    var random = new Random(seed);
    List<byte[]> seeds = Seeds.all();
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged =
          Mutations.any(
              seeds.get(round % seeds.size()), seeds.get(random.nextInt(seeds.size())), random);
      try {
        refused += Refusals.readOrRefuse(damaged).isEmpty() ? 1 : 0;
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed + ", round " + round, e);
      }
    }
    assertTrue(refused > ROUNDS / 10, "refused " + refused);
  }
}
