package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged inputs are read or refused, whatever the damage. */
class FuzzTest {

  private static final int ROUNDS = 1_000;

  /** Which way they come makes no difference, but for the order in which a footer lists batches. */
  @Test
  void whatIsReadWhileItArrivesIsWhatTheBytesHold() throws IOException {
    long seed = 20_260_102;
    var random = new Random(seed);
    List<byte[]> seeds = Seeds.all();
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = Mutations.any(seeds.get(round % seeds.size()), random);
      int number = round;
      try {
        Optional<List<List<String>>> arrived =
            Refusals.arriveOrRefuse(damaged, stream -> TableText.of(stream.schema(), stream));
        arrived.ifPresent(
            values ->
                assertEquals(
                    sorted(values),
                    sorted(Refusals.readOrRefuse(damaged).orElseThrow()),
                    () -> "seed " + seed + ", round " + number));
        read += arrived.isPresent() ? 1 : 0;
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ", round " + round, e);
      }
    }
    assertTrue(read > ROUNDS / 20, "read " + read);
  }

  private static List<List<String>> sorted(List<List<String>> columns) {
    return columns.stream().map(column -> column.stream().sorted().toList()).toList();
  }

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
