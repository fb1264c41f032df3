package io.lanewise.gan.codec;

import java.util.Arrays;

/** A byte string as a key; ordered as unsigned bytes. */
record Word(byte[] bytes) implements Comparable<Word> {

  static Word of(byte[] bytes, int from, int to) {
    return new Word(Arrays.copyOfRange(bytes, from, to));
  }

  @Override
  public int compareTo(Word other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Word word && Arrays.equals(bytes, word.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
