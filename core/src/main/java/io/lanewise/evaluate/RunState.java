package io.lanewise.evaluate;

import io.lanewise.profile.Profile;

/**
 * All that a running score needs to go on after a stop.
 *
 * @param generated counts of the generated rows
 * @param ledger where they came from
 */
public record RunState(Profile generated, InputLedger ledger) {

  /** So many rows are in no input, and any number of further ones can be added to fewer. */
  private static final long MOST_ROWS = 1L << 61;

  /** Checks that the ledger accounts for all rows. */
  public RunState {
    long rows = 0;
    for (InputLedger.Entry entry : ledger.entries()) {
      rows = Math.min(MOST_ROWS, rows + Math.min(MOST_ROWS, entry.rows()));
    }
    if (rows >= MOST_ROWS || generated.rows() != rows) {
      throw new IllegalArgumentException(
          "inputs of %d rows for counts of %d rows, expected as many, below 2^61"
              .formatted(rows, generated.rows()));
    }
  }
}
