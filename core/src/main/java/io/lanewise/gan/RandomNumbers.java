package io.lanewise.gan;

import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
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
    random.restoreState(new RandomProviderDefaultState(state));
  }
}
