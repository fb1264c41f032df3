package io.lanewise.fuzz;

import java.io.IOException;

/** What the fuzzer calls, by these names: once with the name of a {@link Loader}, then for ever. */
public final class FuzzedProcess {

  private static FuzzTarget target = Loader.CANARY.target();

  private FuzzedProcess() {}

  /** Chooses the target; its classes are loaded before the time of a call is taken. */
  public static void fuzzerInitialize(String[] arguments) throws IOException {
    target = Loader.valueOf(arguments[0]).target();
    for (byte[] seed : target.seeds()) {
      target.feed(seed);
    }
  }

  /** Feeds it. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    target.feed(input);
  }
}
