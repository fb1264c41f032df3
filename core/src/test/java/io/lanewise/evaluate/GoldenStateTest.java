package io.lanewise.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.container.Container;
import io.lanewise.evaluate.InputLedger.Entry;
import io.lanewise.evaluate.InputLedger.Prefix;
import io.lanewise.profile.ProfileFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A state that Lanewise wrote once, and must read for ever: one per version of the format. */
class GoldenStateTest {

  private static byte[] golden(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(GoldenStateTest.class.getResourceAsStream("/golden/" + name))) {
      return in.readAllBytes();
    }
  }

  /** The golden profile, of inputs whose digests are those of "abc" and of nothing. */
  private static RunState expected() throws IOException {
    Prefix abc = new Prefix(3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Prefix nothing =
        new Prefix(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    return new RunState(
        ProfileFormat.read(Container.of(golden("profile-1"), "profile-1"), "profile-1"),
        new InputLedger(List.of(new Entry(8, abc, abc, true), new Entry(2, abc, nothing, false))));
  }

  @Test
  void versionOne() throws IOException {
    byte[] bytes = golden("state-1");
    RunState state = StateFormat.read(Container.of(bytes, "state-1"), "state-1");
    assertEquals(expected(), state);
    assertArrayEquals(bytes, StateFormat.write(state).toBytes());
  }
}
