package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.column.DataException;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;

/** Reads bytes as a table, to the last value, and sees to it that nothing else comes of it. */
public final class Refusals {

  /** Bytes that no hand-made input needs more of. */
  private static final long LIMIT = 1L << 24;

  private Refusals() {}

  /** All values. */
  static List<List<String>> read(byte[] input) {
    var budget = new MemoryBudget(LIMIT);
    try (var table = ArrowTable.spool("input", new ByteArrayInputStream(input), budget)) {
      return TableText.of(table);
    } finally {
      assertEquals(0, budget.heldBytes(), "what was reserved is given back");
    }
  }

  /** The same, of a stream that is read while it arrives. */
  static List<List<String>> readArriving(byte[] input) {
    var budget = new MemoryBudget(LIMIT);
    byte[] head = new byte[0];
    var in = new ByteArrayInputStream(input);
    try (var stream = LiveStream.open("input", head, in, budget, null)) {
      return TableText.of(stream.schema(), stream);
    } finally {
      assertEquals(0, budget.heldBytes(), "what was reserved is given back");
    }
  }

  /** Reads {@code input} or sees it refused, in one line; any other exception comes through. */
  public static Optional<List<List<String>>> readOrRefuse(byte[] input) {
    try {
      return Optional.of(read(input));
    } catch (DataException e) {
      checkMessage(e);
      return Optional.empty();
    }
  }

  /** What {@code input} is refused with. */
  static String message(byte[] input) {
    var e = assertThrows(DataException.class, () -> read(input));
    checkMessage(e);
    return e.getMessage();
  }

  private static void checkMessage(DataException e) {
    assertNotNull(e.getMessage());
    assertFalse(e.getMessage().chars().anyMatch(Character::isISOControl), e::getMessage);
  }
}
