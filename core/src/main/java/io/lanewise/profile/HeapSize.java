package io.lanewise.profile;

/** About how many bytes of heap counts take, on a JVM with compressed pointers. */
final class HeapSize {

  /** An object with a field or two, and what leads to it. */
  private static final int OBJECT = 48;

  /** An entry of a tree, its boxed count, its symbol and the symbol's array. */
  private static final int ENTRY = 40 + 24 + 24 + 16;

  private HeapSize() {}

  static long of(Profile profile) {
    long bytes = OBJECT;
    for (Counts counts : profile.columns()) {
      bytes += OBJECT + of(counts);
    }
    for (JointCounts table : profile.pairs()) {
      bytes += OBJECT + (long) Long.BYTES * table.rows() * table.columns();
    }
    return bytes;
  }

  private static long of(Counts counts) {
    return switch (counts) {
      case BinCounts bins -> (long) Long.BYTES * bins.toArray().length;
      case CategoryCounts categories -> {
        long bytes = (long) Long.BYTES * categories.buckets().length;
        for (Symbol symbol : categories.symbols().keySet()) {
          bytes += ENTRY + symbol.key().length;
        }
        yield bytes;
      }
    };
  }
}
