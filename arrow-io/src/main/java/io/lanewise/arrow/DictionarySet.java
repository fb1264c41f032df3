package io.lanewise.arrow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dictionaries of a table as they stand for one batch, or for several in a row. */
final class DictionarySet {

  static final DictionarySet EMPTY = new DictionarySet(Map.of());

  private final Map<Long, DictionaryVersion> versions;

  DictionarySet(Map<Long, DictionaryVersion> versions) {
    this.versions = Map.copyOf(versions);
  }

  @Nullable DictionaryVersion version(long id) {
    return versions.get(id);
  }

  /** Keeps what is decoded of these dictionaries until {@link #release}. */
  void retain() {
    versions.values().forEach(version -> version.chain().retain());
  }

  void release() {
    versions.values().forEach(version -> version.chain().release());
  }

  /** Bytes that the values of all dictionaries may reserve at most. */
  long claim() {
    return versions.values().stream()
        .mapToLong(version -> version.chain().claim(version.parts()))
        .sum();
  }
}
