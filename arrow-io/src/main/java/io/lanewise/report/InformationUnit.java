package io.lanewise.report;

import io.lanewise.measure.Divergence;
import java.util.Locale;

/** The unit in which information is shown. */
public enum InformationUnit {
  /** Logarithms to base 2: JS lies in 0 to 1. */
  BITS(Divergence.LN2),
  /** Natural logarithms. */
  NATS(1);

  private final double inNats;

  InformationUnit(double inNats) {
    this.inNats = inNats;
  }

  /** A number of nats in this unit. */
  public double of(double nats) {
    return nats / inNats;
  }

  /** The unit's name, as it is written beside a number. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
