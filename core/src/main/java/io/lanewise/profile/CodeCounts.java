package io.lanewise.profile;

/** Adds up how often each code occurs. */
final class CodeCounts {

  private CodeCounts() {}

  /** Adds 1 to {@code counts[codes[i]]} for each of the first {@code length} codes. */
  static void add(int[] codes, int length, long[] counts) {
    for (int i = 0; i < length; i++) {
      counts[codes[i]]++;
    }
  }
}
