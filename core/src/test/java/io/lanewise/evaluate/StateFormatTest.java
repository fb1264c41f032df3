package io.lanewise.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lanewise.column.DataException;
import io.lanewise.container.Container;
import io.lanewise.container.Tensor;
import io.lanewise.evaluate.InputLedger.Entry;
import io.lanewise.evaluate.InputLedger.Prefix;
import io.lanewise.profile.Profile;
import io.lanewise.profile.Reference;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** States are bytes and back, and a ledger knows an input again. */
class StateFormatTest {

  private static final String A = "0123456789abcdef".repeat(4);
  private static final String B = "f".repeat(64);
  private static final Entry FIRST = new Entry(10, new Prefix(900, A), new Prefix(300, B), true);
  private static final Entry LONGER = new Entry(30, new Prefix(2_700, B), new Prefix(300, B), true);
  private static final Entry OPEN = new Entry(5, new Prefix(450, B), new Prefix(440, A), false);

  private static RunState state(Entry... entries) {
    long rows = List.of(entries).stream().mapToLong(Entry::rows).sum();
    return state(rows, entries);
  }

  private static RunState state(long rows, Entry... entries) {
    Profile counts = new Profile(new Reference(List.of()), rows, List.of(), List.of());
    return new RunState(counts, new InputLedger(List.of(entries)));
  }

  private static RunState read(Container container) {
    return StateFormat.read(container, "run.state");
  }

  @Test
  void bytesAndBack() {
    for (RunState state : List.of(state(), state(FIRST), state(FIRST, OPEN))) {
      byte[] bytes = StateFormat.write(state).toBytes();
      RunState read = read(Container.of(bytes, "run.state"));
      assertEquals(state, read);
      assertArrayEquals(bytes, StateFormat.write(read).toBytes());
    }
  }

  @Test
  void anotherFormatIsRefusedByName() {
    Container container = StateFormat.write(state(FIRST));
    for (String format : List.of("lanewise.state/2", "lanewise.profile/1", "x")) {
      TreeMap<String, String> words = new TreeMap<>(container.metadata());
      words.put("format", format);
      String message =
          assertThrows(DataException.class, () -> read(new Container(words, container.tensors())))
              .getMessage();
      assertEquals(
          format.equals("lanewise.state/2")
              ? "run.state: a state of version lanewise.state/2, this Lanewise reads"
                  + " lanewise.state/1"
              : "run.state: holds '" + format + "', expected a state (lanewise.state/1)",
          message);
    }
  }

  @Test
  void whatDoesNotAddUpIsRefused() {
    Container container = StateFormat.write(state(FIRST));
    for (String name : container.tensors().keySet()) {
      var without = new TreeMap<>(container.tensors());
      without.remove(name);
      assertThrows(
          DataException.class, () -> read(new Container(container.metadata(), without)), name);
    }
    var others = new TreeMap<>(container.tensors());
    others.put("input/rows", StateFormat.write(state(FIRST, OPEN)).tensors().get("input/rows"));
    assertThrows(DataException.class, () -> read(new Container(container.metadata(), others)));
  }

  /** Rows that no input accounts for would be counted again, or passed over and never counted. */
  @Test
  void aLedgerThatDoesNotAccountForTheRowsIsRefused() {
    Container container = StateFormat.write(state(FIRST, OPEN));
    for (long[] rows : new long[][] {{10, 4}, {11, 5}, {0, 0}, {10, Long.MAX_VALUE}}) {
      var tensors = new TreeMap<>(container.tensors());
      tensors.put("input/rows", Tensor.ofCounts(rows));
      String message =
          assertThrows(
                  DataException.class, () -> read(new Container(container.metadata(), tensors)))
              .getMessage();
      assertTrue(message.endsWith(" for counts of 15 rows, expected as many, below 2^61"), message);
    }
    assertThrows(IllegalArgumentException.class, () -> state(1L << 61, FIRST));
    Entry most = new Entry(1L << 61, new Prefix(9, A), new Prefix(3, B), true);
    assertThrows(IllegalArgumentException.class, () -> state(1L << 61, most));
  }

  @Test
  void aHeadThatIsNoBeginningIsRefused() {
    Container container = StateFormat.write(state(FIRST, OPEN));
    for (long[] bytes : new long[][] {{901, 440}, {300, 451}, {900, 440}}) {
      var tensors = new TreeMap<>(container.tensors());
      tensors.put("input/head.bytes", Tensor.ofCounts(bytes));
      String message =
          assertThrows(
                  DataException.class, () -> read(new Container(container.metadata(), tensors)))
              .getMessage();
      assertTrue(message.contains("does not begin an input of "), message);
    }
    Prefix same = new Prefix(900, A);
    assertEquals(same, new Entry(10, same, same, true).head());
  }

  @Test
  void twoInputsThatAreBeingReadAreRefused() {
    Container container = StateFormat.write(state(FIRST, OPEN));
    var tensors = new TreeMap<>(container.tensors());
    tensors.put("input/complete", Tensor.ofCounts(new long[] {0, 0}));
    assertEquals(
        "run.state: 2 inputs have not ended, expected at most 1",
        assertThrows(DataException.class, () -> read(new Container(container.metadata(), tensors)))
            .getMessage());
  }

  @Test
  void theLedgerKnowsAnInputByItsHead() {
    InputLedger ledger = state(FIRST, LONGER).ledger();
    assertEquals(Optional.of(LONGER), ledger.sameHead(new Prefix(300, B)));
    assertEquals(Optional.empty(), ledger.sameHead(new Prefix(301, B)));
    assertEquals(Optional.empty(), ledger.interrupted());
    assertEquals(Optional.of(OPEN), state(FIRST, OPEN).ledger().interrupted());
    assertEquals(Optional.of(OPEN), state(OPEN, FIRST).ledger().interrupted());
    assertEquals(Optional.empty(), state(OPEN, FIRST).ledger().givenUp().interrupted());
    assertEquals(2, state(OPEN, FIRST).ledger().givenUp().entries().size());
    Entry grown = new Entry(12, new Prefix(1_000, A), new Prefix(300, B), true);
    assertEquals(List.of(grown, LONGER), ledger.with(Optional.of(FIRST), grown).entries());
    assertEquals(List.of(FIRST, LONGER, OPEN), ledger.with(Optional.empty(), OPEN).entries());
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Prefix(-1, A));
    assertThrows(IllegalArgumentException.class, () -> new Prefix(1, "abc"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Entry(-1, new Prefix(1, A), new Prefix(1, A), true));
  }
}
