package io.lanewise.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Files that Lanewise wrote once, of this module's tests and of core's. */
public final class Golden {

  private Golden() {}

  /** The bytes of a file of the folder {@code golden}. */
  public static byte[] bytes(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + name), name)) {
      return in.readAllBytes();
    }
  }
}
