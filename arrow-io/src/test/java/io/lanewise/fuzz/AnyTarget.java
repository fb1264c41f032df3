package io.lanewise.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All targets in one: the first byte of an input tells which of them the rest is for. */
final class AnyTarget implements FuzzTarget {

  private final List<FuzzTarget> targets = Loader.EACH.stream().map(Loader::target).toList();

  @Override
  public List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      for (byte[] rest : targets.get(i).seeds()) {
        byte[] seed = new byte[1 + rest.length];
        seed[0] = (byte) i;
        System.arraycopy(rest, 0, seed, 1, rest.length);
        seeds.add(seed);
      }
    }
    return seeds;
  }

  @Override
  public boolean feed(byte[] input) throws IOException {
    return input.length > 0
        && targets
            .get(Byte.toUnsignedInt(input[0]) % targets.size())
            .feed(Arrays.copyOfRange(input, 1, input.length));
  }
}
