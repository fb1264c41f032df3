package io.lanewise.evaluate;

import io.lanewise.profile.Profile;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * The real sides of all pairs, each worked out when it is first asked for: mostly the rows that
 * arrive are generated ones, and then the real sides of one snapshot are those of the next. Memory:
 * 10 bytes a cell. Any thread; two that ask at once get equal sides.
 */
final class RealPairs {

  private final Profile real;
  private final AtomicReferenceArray<PairSide> sides;

  RealPairs(Profile real) {
    this.real = real;
    this.sides = new AtomicReferenceArray<>(real.pairs().size());
  }

  /** Whether these are the sides of a profile. */
  boolean areOf(Profile profile) {
    return real.equals(profile);
  }

  PairSide get(int pair, Supplier<PairSide> side) {
    PairSide known = sides.get(pair);
    if (known == null) {
      known = side.get();
      sides.set(pair, known);
    }
    return known;
  }
}
