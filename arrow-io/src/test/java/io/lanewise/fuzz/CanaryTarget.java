package io.lanewise.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Throws at one word, which chance alone would not meet: each letter is a branch of its own. */
final class CanaryTarget implements FuzzTarget {

  private static final byte[] WORD = "canary".getBytes(StandardCharsets.US_ASCII);

  @Override
  public List<byte[]> seeds() {
    return List.of(new byte[WORD.length]);
  }

  @Override
  public boolean feed(byte[] input) {
    if (input.length > 5
        && input[0] == WORD[0]
        && input[1] == WORD[1]
        && input[2] == WORD[2]
        && input[3] == WORD[3]
        && input[4] == WORD[4]
        && input[5] == WORD[5]) {
      throw new IllegalStateException("the canary sings");
    }
    return true;
  }
}
