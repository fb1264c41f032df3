package io.lanewise.fuzz;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is asked of the message of every refusal. */
public final class Refusal {

  private Refusal() {}

  /** One line that a terminal can be given. */
  public static void check(String message) {
    assertNotNull(message);
    assertTrue(
        message.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029),
        () -> "control characters in: " + message);
  }
}
