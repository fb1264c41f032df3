package io.lanewise.profile;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;

/** The distinct values of an ordered column, as long as they are few. */
final class DistinctValues implements NumberReader.Sink {

  private final int most;
  private final Set<Long> keys = new HashSet<>();
  private final Set<BigInteger> wides = new HashSet<>();
  private long lastKey;
  private boolean tooMany;

  DistinctValues(int most) {
    this.most = most;
  }

  int size() {
    return keys.size() + wides.size();
  }

  boolean tooMany() {
    return tooMany;
  }

  @Override
  public void accept(long key) {
    if (!tooMany && (key != lastKey || keys.isEmpty())) {
      lastKey = key;
      keys.add(key);
      check();
    }
  }

  @Override
  public void accept(BigInteger stored) {
    if (!tooMany) {
      wides.add(stored);
      check();
    }
  }

  private void check() {
    tooMany |= size() > most;
  }

  /** Adds the other's values to these. */
  void addAll(DistinctValues other) {
    keys.addAll(other.keys);
    wides.addAll(other.wides);
    tooMany |= other.tooMany;
    check();
  }

  /** Adds each value once. */
  void feed(NumberReader.Sink sink) {
    keys.forEach(key -> sink.accept((long) key));
    wides.forEach(sink::accept);
  }
}
