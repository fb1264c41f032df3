package io.lanewise.gan;

import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import org.apache.commons.rng.JumpableUniformRandomProvider;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Streams of random numbers from one seed, none of which has numbers of another: XoShiRo256++ (D.
 * Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021)), each
 * stream 2^128 numbers after the one before.
 */
final class RandomNumbers {

  /** Words of the generator, with which its saved state begins. */
  private static final int WORDS = 4;

  private static final int WORDS_BYTES = WORDS * Long.BYTES;

  private final JumpableUniformRandomProvider source;

  RandomNumbers(long seed) {
    source = (JumpableUniformRandomProvider) RandomSource.XO_SHI_RO_256_PP.create(seed);
  }

  /** The next stream. */
  RestorableUniformRandomProvider next() {
    return (RestorableUniformRandomProvider) source.jump();
  }

  /** Keeps where a stream has come to. */
  static void save(Entries entries, String name, RestorableUniformRandomProvider random) {
    RandomProviderDefaultState state = (RandomProviderDefaultState) random.saveState();
    entries.put(name, Tensor.of(state.getState()));
  }

  /** Goes back to where a stream had come to. */
  static void restore(Entries entries, String name, RestorableUniformRandomProvider random) {
    byte[] state = entries.tensor(name).toBytes();
    int expected = ((RandomProviderDefaultState) random.saveState()).getState().length;
    if (state.length != expected) {
      throw new IllegalArgumentException(
          "%s/%s has %d bytes, expected %d"
              .formatted(entries.prefix(), name, state.length, expected));
    }
    // From all zeros only zeros come, and who waits for another number waits for ever.
    if (ByteBuffer.wrap(state, 0, WORDS_BYTES).asLongBuffer().equals(LongBuffer.allocate(WORDS))) {
      throw new IllegalArgumentException(
          "%s/%s is all 0, expected a state of random numbers".formatted(entries.prefix(), name));
    }
    random.restoreState(new RandomProviderDefaultState(state));
  }
}
