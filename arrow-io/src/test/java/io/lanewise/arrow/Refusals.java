package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lanewise.column.DataException;
import io.lanewise.column.Table;
import io.lanewise.fuzz.Refusal;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads bytes as a table, to the last value, and sees to it that nothing else comes of it. */
public final class Refusals {

  /** Bytes that no hand-made input needs more of. */
  private static final long LIMIT = 1L << 24;

  private Refusals() {}

  /** All values. */
  static List<List<String>> read(byte[] input) {
    return read(input, TableText::of);
  }

  /** What {@code reading} makes of the table. */
  static <T> T read(byte[] input, Function<Table, T> reading) {
    var budget = new MemoryBudget(LIMIT);
    try (var table = ArrowTable.spool("input", new ByteArrayInputStream(input), budget)) {
      return reading.apply(table);
    } finally {
      assertEquals(0, budget.heldBytes(), "what was reserved is given back");
    }
  }

  /** The same, of a file or a stream that is read while it arrives. */
  static List<List<String>> readArriving(byte[] input) {
    return readArriving(input, stream -> TableText.of(stream.schema(), stream));
  }

  /** What {@code reading} makes of a file or a stream that is read while it arrives. */
  static <T> T readArriving(byte[] input, Function<LiveStream, T> reading) {
    var budget = new MemoryBudget(LIMIT);
    int told = Math.min(input.length, Content.MAGIC.length());
    byte[] head = Arrays.copyOf(input, told);
    var in = new ByteArrayInputStream(input, told, input.length - told);
    try (var stream = LiveStream.open("input", head, in, budget, null)) {
      return reading.apply(stream);
    } finally {
      assertEquals(0, budget.heldBytes(), "what was reserved is given back");
    }
  }

  /** Reads {@code input} or sees it refused, in one line; any other exception comes through. */
  public static Optional<List<List<String>>> readOrRefuse(byte[] input) {
    return readOrRefuse(input, TableText::of);
  }

  /** The same with what {@code reading} makes of the table. */
  static <T> Optional<T> readOrRefuse(byte[] input, Function<Table, T> reading) {
    return orRefused(() -> read(input, reading));
  }

  /** The same of what is read while it arrives. */
  static <T> Optional<T> arriveOrRefuse(byte[] input, Function<LiveStream, T> reading) {
    return orRefused(() -> readArriving(input, reading));
  }

  private static <T> Optional<T> orRefused(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (DataException e) {
      Refusal.check(e.getMessage());
      return Optional.empty();
    }
  }

  /** What {@code input} is refused with. */
  static String message(byte[] input) {
    var e = assertThrows(DataException.class, () -> read(input));
    Refusal.check(e.getMessage());
    return e.getMessage();
  }
}
