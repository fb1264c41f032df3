package io.lanewise.evaluate;

import io.lanewise.profile.Profile;

/**
 * All that a running score needs to go on after a stop.
 *
 * @param generated counts of the generated rows
 * @param ledger where they came from
 */
public record RunState(Profile generated, InputLedger ledger) {}
