package io.lanewise.kernel;

/** What a {@link Product} does with the elements that its result already holds. */
public enum Update {
  /** Replaces them without reading them: a NaN in them vanishes. */
  SET,
  /** Begins its sums with them. */
  ADD
}
