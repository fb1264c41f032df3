package io.lanewise.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which inputs a running score has counted, and how far: so that, started again, it counts no row
 * twice. An input is known by a digest of the bytes that its counted rows came in.
 *
 * @param entries the inputs, oldest first
 */
public record InputLedger(List<Entry> entries) {

  /** The ledger of a score that has counted nothing. */
  public static final InputLedger EMPTY = new InputLedger(List.of());

  /** Copies the list, and checks that at most one input was being read. */
  public InputLedger {
    entries = List.copyOf(entries);
    long open = entries.stream().filter(entry -> !entry.complete()).count();
    if (open > 1) {
      throw new IllegalArgumentException(open + " inputs have not ended, expected at most 1");
    }
  }

  /**
   * An input, as far as it is counted.
   *
   * @param rows how many of its rows
   * @param counted up to the end of the batch that holds the last of these rows
   * @param head up to the end of its first batch, by which it is known again
   * @param complete whether no more of it is awaited
   */
  public record Entry(long rows, Prefix counted, Prefix head, boolean complete) {

    /** Checks the number of rows, and that the head is a beginning of what is counted. */
    public Entry {
      if (rows < 0) {
        throw new IllegalArgumentException("rows: got " + rows + ", expected at least 0");
      }
      if (head.bytes() > counted.bytes()
          || (head.bytes() == counted.bytes() && !head.equals(counted))) {
        throw new IllegalArgumentException(
            "a head of %d bytes does not begin an input of %d"
                .formatted(head.bytes(), counted.bytes()));
      }
    }
  }

  /**
   * The beginning of an input.
   *
   * @param bytes its length
   * @param digest SHA-256 of it, as 64 hexadecimal digits
   */
  public record Prefix(long bytes, String digest) {

    /** Checks the form. */
    public Prefix {
      if (bytes < 0) {
        throw new IllegalArgumentException("bytes: got " + bytes + ", expected at least 0");
      }
      if (!digest.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("'" + digest + "' is no SHA-256 in hexadecimal digits");
      }
    }
  }

  /** The input that was being read when the score stopped; empty if all had ended. */
  public Optional<Entry> interrupted() {
    return entries.stream().filter(entry -> !entry.complete()).findFirst();
  }

  /** The ledger without an interrupted input: what was counted of it is all that will be. */
  public InputLedger givenUp() {
    return new InputLedger(
        entries.stream()
            .map(entry -> new Entry(entry.rows(), entry.counted(), entry.head(), true))
            .toList());
  }

  /**
   * An input that begins like this one and was counted: of several, the one that was counted
   * furthest.
   */
  public Optional<Entry> sameHead(Prefix head) {
    return entries.stream()
        .filter(entry -> entry.head().equals(head))
        .max((a, b) -> Long.compare(a.counted().bytes(), b.counted().bytes()));
  }

  /** The ledger with one entry in the place of another, or at its end if there is no such. */
  public InputLedger with(Optional<Entry> before, Entry now) {
    List<Entry> updated = new ArrayList<>(entries);
    int place = before.map(updated::lastIndexOf).orElse(-1);
    if (place < 0) {
      updated.add(now);
    } else {
      updated.set(place, now);
    }
    return new InputLedger(updated);
  }
}
